//! Stage 6: Scene → bytes. One file and one row in `FORMATS` each.
