//! Icons of channels: which there are, and which one is meant where none is given.

/// The built-in icons, sorted.
pub const ICONS: &[&str] = &[
    "advert",
    "app",
    "building",
    "call_centre",
    "chat",
    "counter",
    "document",
    "email",
    "event",
    "health",
    "home",
    "in_person",
    "kiosk",
    "machine",
    "parcel",
    "payment",
    "phone",
    "place",
    "post",
    "push",
    "school",
    "search",
    "shop",
    "sms",
    "social",
    "train",
    "vehicle",
    "video",
    "web",
    "word_of_mouth",
];

/// Words in ids and names of channels, and the icon that they mean. The first that fits counts. A word with `*` is a
/// beginning; all words of a row have to be there.
const WORDS: &[(&str, &str)] = &[
    ("word of mouth", "word_of_mouth"),
    ("wom", "word_of_mouth"),
    ("friend*", "word_of_mouth"),
    ("neighbour*", "word_of_mouth"),
    ("neighbor*", "word_of_mouth"),
    ("famil*", "word_of_mouth"),
    ("recommend*", "word_of_mouth"),
    ("referral*", "word_of_mouth"),
    ("empfehlung*", "word_of_mouth"),
    ("bouche", "word_of_mouth"),
    ("boca", "word_of_mouth"),
    ("口コミ", "word_of_mouth"),
    ("e mail*", "email"),
    ("email*", "email"),
    ("newsletter*", "email"),
    ("courriel*", "email"),
    ("correo electr*", "email"),
    ("メール", "email"),
    ("邮件", "email"),
    ("بريد", "email"),
    ("social*", "social"),
    ("facebook", "social"),
    ("instagram", "social"),
    ("linkedin", "social"),
    ("tiktok", "social"),
    ("forum*", "social"),
    ("sns", "social"),
    ("video*", "video"),
    ("zoom", "video"),
    ("teams", "video"),
    ("youtube", "video"),
    ("chat*", "chat"),
    ("whatsapp", "chat"),
    ("messenger", "chat"),
    ("line", "chat"),
    ("チャット", "chat"),
    ("sms", "sms"),
    ("text message*", "sms"),
    ("push", "push"),
    ("notification*", "push"),
    ("call centre*", "call_centre"),
    ("call center*", "call_centre"),
    ("callcenter*", "call_centre"),
    ("phone*", "phone"),
    ("telephone*", "phone"),
    ("telefon*", "phone"),
    ("téléphone", "phone"),
    ("teléfono", "phone"),
    ("call", "phone"),
    ("calls", "phone"),
    ("hotline*", "call_centre"),
    ("電話", "phone"),
    ("电话", "phone"),
    ("هاتف", "phone"),
    ("app", "app"),
    ("apps", "app"),
    ("mobile*", "app"),
    ("アプリ", "app"),
    ("تطبيق", "app"),
    ("search*", "search"),
    ("google", "search"),
    ("comparison*", "search"),
    ("vergleich*", "search"),
    ("検索", "search"),
    ("kiosk*", "kiosk"),
    ("terminal*", "kiosk"),
    ("machine*", "machine"),
    ("automat*", "machine"),
    ("atm", "machine"),
    ("delivery", "parcel"),
    ("courier*", "parcel"),
    ("parcel*", "parcel"),
    ("paket*", "parcel"),
    ("lieferung*", "parcel"),
    ("livraison*", "parcel"),
    ("宅配", "parcel"),
    ("post", "post"),
    ("postal", "post"),
    ("mail", "post"),
    ("letter*", "post"),
    ("brief*", "post"),
    ("courrier", "post"),
    ("郵便", "post"),
    ("payment*", "payment"),
    ("pay", "payment"),
    ("checkout", "payment"),
    ("card", "payment"),
    ("advert*", "advert"),
    ("ads", "advert"),
    ("ad", "advert"),
    ("radio", "advert"),
    ("tv", "advert"),
    ("poster*", "advert"),
    ("billboard*", "advert"),
    ("werbung*", "advert"),
    ("広告", "advert"),
    ("event*", "event"),
    ("fair", "event"),
    ("meeting*", "event"),
    ("assembly", "event"),
    ("workshop*", "event"),
    ("messe", "event"),
    ("shop", "shop"),
    ("shops", "shop"),
    ("store*", "shop"),
    ("showroom*", "shop"),
    ("filiale*", "shop"),
    ("laden", "shop"),
    ("boutique*", "shop"),
    ("tienda*", "shop"),
    ("店舗", "shop"),
    ("متجر", "shop"),
    ("website*", "web"),
    ("web*", "web"),
    ("site", "web"),
    ("online*", "web"),
    ("portal*", "web"),
    ("internet*", "web"),
    ("ウェブ", "web"),
    ("サイト", "web"),
    ("网站", "web"),
    ("موقع", "web"),
    ("clinic*", "health"),
    ("hospital*", "health"),
    ("ward", "health"),
    ("surgery", "health"),
    ("doctor*", "health"),
    ("pharmacy", "health"),
    ("klinik*", "health"),
    ("病院", "health"),
    ("مستشفى", "health"),
    ("school*", "school"),
    ("nursery", "school"),
    ("university", "school"),
    ("schule*", "school"),
    ("学校", "school"),
    ("مدرسة", "school"),
    ("train*", "train"),
    ("station*", "train"),
    ("bahnhof*", "train"),
    ("car", "vehicle"),
    ("van", "vehicle"),
    ("bus", "vehicle"),
    ("taxi*", "vehicle"),
    ("desk*", "counter"),
    ("counter*", "counter"),
    ("reception*", "counter"),
    ("branch*", "counter"),
    ("schalter*", "counter"),
    ("窓口", "counter"),
    ("office*", "building"),
    ("plant", "building"),
    ("factory", "building"),
    ("court*", "building"),
    ("town hall", "building"),
    ("amt", "building"),
    ("役所", "building"),
    ("home", "home"),
    ("zu hause", "home"),
    ("zuhause", "home"),
    ("maison", "home"),
    ("casa", "home"),
    ("自宅", "home"),
    ("المنزل", "home"),
    ("person", "in_person"),
    ("visit*", "in_person"),
    ("advisor*", "in_person"),
    ("adviser*", "in_person"),
    ("technician*", "in_person"),
    ("staff", "in_person"),
    ("face", "in_person"),
    ("persönlich*", "in_person"),
    ("対面", "in_person"),
    ("document*", "document"),
    ("form", "document"),
    ("forms", "document"),
    ("leaflet*", "document"),
    ("brochure*", "document"),
    ("flyer*", "document"),
    ("paper*", "document"),
    ("contract*", "document"),
];

/// The icon that an id or a name speaks of.
pub(super) fn guess(id: &str, name: &str) -> Option<&'static str> {
    [id, name].into_iter().find_map(|text| {
        let text = text.to_lowercase();
        let tokens: Vec<&str> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|token| !token.is_empty())
            .collect();
        let fits = |words: &str| {
            if words.chars().all(|c| u32::from(c) < 0x500) {
                words
                    .split(' ')
                    .all(|word| tokens.iter().any(|token| word_fits(word, token)))
            } else {
                // Scripts that put no spaces between words, or join small words to them.
                text.contains(words)
            }
        };
        WORDS
            .iter()
            .find(|(words, _)| fits(words))
            .map(|(_, icon)| *icon)
    })
}

fn word_fits(word: &str, token: &str) -> bool {
    match word.strip_suffix('*') {
        Some(beginning) => token.starts_with(beginning),
        None => token == word,
    }
}

/// The built-in icon of a name.
pub(super) fn icon(name: &str) -> Option<&'static str> {
    ICONS.iter().copied().find(|icon| *icon == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_are_guessed_from_words() {
        assert_eq!(guess("friends", "Word of mouth"), Some("word_of_mouth"));
        assert_eq!(guess("web", "Website"), Some("web"));
        assert_eq!(guess("c1", "E-mail"), Some("email"));
        assert_eq!(guess("c1", "Mobile app"), Some("app"));
        assert_eq!(guess("c1", "Appointment"), None);
        assert_eq!(guess("c1", "Télephone / téléphone"), Some("phone"));
        assert_eq!(guess("c1", "お電話"), Some("phone"));
        assert_eq!(guess("c1", "Garden"), None);
    }

    #[test]
    fn every_word_means_an_icon_that_there_is() {
        assert!(ICONS.is_sorted());
        assert!(WORDS.iter().all(|(_, icon)| ICONS.contains(icon)));
    }
}
