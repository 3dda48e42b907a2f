//! The operators that place and show text, and what stands before them.

/// What an operand is, as far as the operators that are kept tell them apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Number,
    Name,
    Text,
    Array,
    Other,
}

/// The operands of an operator that places or shows text, the only ones that are kept (ISO 32000-1, tables 57, 87, 105,
/// 107 to 109).
pub(super) fn operands_of(operator: &[u8]) -> Option<&'static [Kind]> {
    use Kind::{Array, Name, Number, Text};
    Some(match operator {
        b"q" | b"Q" | b"BT" | b"ET" | b"T*" => &[],
        b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" => &[Number],
        b"Td" | b"TD" => &[Number; 2],
        b"Tm" | b"cm" => &[Number; 6],
        b"Tf" => &[Name, Number],
        b"Do" => &[Name],
        b"Tj" | b"'" => &[Text],
        b"TJ" => &[Array],
        b"\"" => &[Number, Number, Text],
        _ => return None,
    })
}
