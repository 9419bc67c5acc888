//! Theme: colours, sizes, fonts.
