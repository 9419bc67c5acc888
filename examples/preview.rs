use std::path::Path;
struct F(std::path::PathBuf);
impl jmap::check::Files for F { fn read(&self, path:&str, _l:u64)->Result<Vec<u8>, jmap::check::FileError>{ std::fs::read(self.0.join(path)).map_err(|_| jmap::check::FileError::NotFound) } }
fn main(){ let a:Vec<String>=std::env::args().collect(); let theme=jmap::theme::Theme::builtin(&a[1]).unwrap();
 for f in &a[3..]{ let text=std::fs::read_to_string(f).unwrap(); let (m,d)=jmap::read(&text,&F(Path::new(f).parent().unwrap().into()),&Default::default());
  for x in &d { println!("{}: {} {:?}", x.rule.name, x.message, x.help); }
  let Some(m)=m else {continue};
  let mut fonts=jmap::text::Fonts::builtin(); for x in &m.fonts { fonts.add(x.bytes.clone()).unwrap(); }
  let s=jmap::layout::draw(&m,&theme,&fonts); for v in jmap::scene::verify(&s).iter().take(8) {println!("{f}: {v}");}
  let bytes=jmap::emit::svg::write(&s, jmap::emit::TextMode::Embed); let o=format!("{}/{}.svg",a[2],Path::new(f).file_stem().unwrap().to_str().unwrap()); println!("{o} {}",bytes.len()); std::fs::write(o,bytes).unwrap(); } }
