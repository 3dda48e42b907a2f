//! Russian.

use crate::key::KeySpace;
use crate::lang::language::Use::{And, Beside, Copied, Joins, NamedAfter, Singular, Tells, Within};
use crate::lang::language::{Endings, LanguageProfile, Plural, Uses};

pub(super) const RUSSIAN: LanguageProfile = LanguageProfile {
    code: "ru",
    space: KeySpace::Cyrillic,
    countries: "BY KG KZ RU UA",
    international: true,
    letters: "яюьйцщъэёы",
    words: &[
        (Uses::of([Copied, Within]), "в во"),
        (Uses::of([Copied]), "на к ко с со у от до о об при за"),
        (Uses::of([Beside, Copied]), "из под"),
        (Uses::of([Beside]), "близ"),
        (Uses::of([And, Joins]), "и"),
        (Uses::of([NamedAfter]), "имени им"),
        (Uses::of([Singular]), "остров музей"),
        (
            Uses::of([Tells]),
            "в во и на не что с со у по как из к до от о об за для при под над",
        ),
    ],
    plural: Plural {
        endings: &["ах", "ов", "ей", "ы"],
        genitives: &["ы"],
        ..Plural::NONE
    },
    endings: Endings {
        surnames: &["ова", "ева", "ов", "ев"],
        adjectives: &[
            "ский",
            "ская",
            "ское",
            "ского",
            "скому",
            "ским",
            "ском",
            "ской",
            "скую",
            "цкий",
            "цкая",
            "цкого",
            "цком",
            "цкой",
            "цкую",
            "цкое",
            "цкому",
            "цким",
            "ный",
            "ная",
            "ное",
            "ного",
            "ному",
            "ном",
            "ной",
            "ную",
        ],
        qualifiers: &[
            "ий", "ый", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом",
            "ем", "ую",
        ],
        generics: &["град", "горск", "озерск", "юрт", "кент", "аул"],
        ..Endings::NONE
    },
    ..LanguageProfile::PLAIN
};
