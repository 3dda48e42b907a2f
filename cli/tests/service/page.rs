//! The pages for people.

use crate::server::Server;

#[test]
fn the_search_page_loads_nothing_from_elsewhere() {
    let server = Server::start(&[]);
    let page = server.get("/");
    assert_eq!(
        (page.status, page.kind.as_str()),
        (200, "text/html; charset=utf-8")
    );
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    let mut files = 0;
    for attribute in ["src=\"", "href=\""] {
        for rest in page.body.split(attribute).skip(1) {
            let target = rest.split('"').next().unwrap();
            if target.starts_with("data:") {
                continue;
            }
            assert!(!target.contains("//"), "{target}");
            let answer = server.get(&format!("/{target}"));
            assert_eq!(answer.status, 200, "{target}");
            files += 1;
        }
    }
    assert!(files >= 9, "{files}");
    for file in [
        "search.js",
        "map.js",
        "style.css",
        "base.js",
        "base.css",
        "base-map.json",
        "kinds.json",
    ] {
        let text = server.get(&format!("/assets/{file}")).body;
        let strange = text.split("http").skip(1).find(|rest| {
            // Of the names of SVG's elements.
            !rest.starts_with("://www.w3.org/2000/svg")
        });
        assert_eq!(strange, None, "{file}");
    }
    server
        .get("/assets/..%2fCargo.toml")
        .assert_problem(404, "not-found");
    assert!(server.get("/attribution").body.contains("GeoNames"));
}

#[test]
fn names_are_text_in_pages() {
    let server = Server::start(&[]);
    let page = server.get("/place/gn:616635").body;
    assert!(page.contains("<bdi lang=\"hy\">Գյումրի</bdi>"), "{page}");
    assert!(page.contains("https://www.wikidata.org/wiki/Q199500"));
    server
        .get("/place/gn:999999999")
        .assert_problem(404, "not-found");
    server
        .get("/reconcile/preview?id=%3Cscript%3E")
        .assert_problem(400, "bad-parameter");
}
