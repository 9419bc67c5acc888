//! `jmap completions`

use anyhow::Result;
use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Args;
use crate::{Status, output};

/// What stands under the help.
pub const EXAMPLES: &str = "\
Examples:
  jmap completions bash > ~/.local/share/bash-completion/completions/jmap
  jmap completions zsh > ~/.zfunc/_jmap        with `fpath+=~/.zfunc` before `compinit` in ~/.zshrc
  jmap completions fish > ~/.config/fish/completions/jmap.fish
  jmap completions powershell >> $PROFILE
  jmap completions elvish >> ~/.config/elvish/rc.elv

The script goes to standard output. A new shell knows it.";

#[derive(Debug, clap::Args)]
pub struct Completions {
    /// The shell that is to complete jmap's commands and options
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script that teaches a shell to complete.
pub fn run(args: &Completions) -> Result<Status> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "jmap", &mut script);
    output::to_stdout(&script)?;
    Ok(Status::Fine)
}
