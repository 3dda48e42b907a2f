//! One resolver in eight threads, whose readers give up halfway and unwind: whatever happens in one, the others and
//! whoever comes later get the answers of one thread alone.
#![cfg(feature = "embedded")]

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::thread;
use toponym::{Coordinates, Nearest, Query, Resolver};

const THREADS: usize = 8;
const ROUNDS: usize = 30;

const NAMES: [&str; 8] = [
    "غيومرى",
    "Xankendi",
    "Stepanakirt",
    "Գորիս",
    "Springfield",
    "Шуше",
    "qqxxzzkk",
    "Gyumri, Shirak",
];

/// What is said of everything that is asked.
fn answers(resolver: &Resolver, text: &str) -> String {
    let mut told = String::new();
    for name in NAMES {
        told += &format!("{:?}\n", resolver.resolve(name).to_record());
        let begun = resolver.resolve(Query::new(name).prefix(true).limit(20));
        told += &format!("{:?}\n", begun.to_record());
    }
    for mention in resolver.scan(text) {
        told += &format!("{:?}\n", mention.to_record());
    }
    let point = Coordinates::new(40.8, 43.8).unwrap();
    for near in resolver.nearest(Nearest::to(point)) {
        told += &format!("{:?}\n", near.to_record());
    }
    told
}

/// A text of names, the last words of which no other thread reads.
fn text(number: usize) -> String {
    let mut text = "وصل الوفد ليريفان من مدينة شوشة. Bakıda və Şuşada. В Шуше и Баку. ".repeat(20);
    text += &format!("Gyumri{number} غيومري{number} Երևան{number}");
    text
}

#[test]
fn readers_that_unwind_leave_the_others_alone() {
    let resolver = Resolver::embedded();
    let alone: Vec<String> = (0..THREADS)
        .map(|number| answers(&Resolver::embedded(), &text(number)))
        .collect();
    thread::scope(|scope| {
        for (number, expected) in alone.iter().enumerate() {
            let resolver = resolver.clone();
            scope.spawn(move || {
                let text = text(number);
                for round in 0..ROUNDS {
                    let given_up: Result<(), _> = catch_unwind(AssertUnwindSafe(|| {
                        let begun = resolver.scan(&*text).take(round % 7 + 1);
                        let held: Vec<_> = begun.collect();
                        let _names = resolver.names_in(&text).next();
                        let _resolution = resolver.resolve(NAMES[round % NAMES.len()]);
                        assert!(!held.is_empty());
                        resume_unwind(Box::new(GivenUp));
                    }));
                    assert!(given_up.unwrap_err().is::<GivenUp>());
                    if round % 10 == 0 {
                        assert_eq!(&answers(&resolver, &text), expected);
                    }
                }
            });
        }
    });
    for (number, expected) in alone.iter().enumerate() {
        assert_eq!(&answers(&resolver, &text(number)), expected);
    }
}

/// What is thrown by readers that are meant to.
struct GivenUp;
