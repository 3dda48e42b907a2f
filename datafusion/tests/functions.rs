//! The functions in SQL.

use datafusion::arrow::array::{Array, ArrayRef, AsArray, RecordBatch, StringArray};
use datafusion::arrow::compute::concat_batches;
use datafusion::arrow::datatypes::{Float64Type, Int64Type};
use datafusion::prelude::SessionContext;
use std::sync::Arc;
use toponym::Resolver;

fn session() -> SessionContext {
    let ctx = SessionContext::new();
    toponym_datafusion::register(&ctx, &Resolver::embedded());
    let names: ArrayRef = Arc::new(StringArray::from(vec![
        Some("غيومري"),
        None,
        Some("Yerevan"),
        Some("qqxxzzkk"),
        Some("غيومري"),
    ]));
    let table = RecordBatch::try_from_iter([("name", names)]).unwrap();
    ctx.register_batch("places", table).unwrap();
    ctx
}

async fn asked(ctx: &SessionContext, sql: &str) -> RecordBatch {
    let frame = ctx.sql(sql).await.unwrap();
    let batches = frame.collect().await.unwrap();
    concat_batches(&batches[0].schema(), &batches).unwrap()
}

fn texts(table: &RecordBatch, column: &str) -> Vec<Option<String>> {
    let column = table.column_by_name(column).unwrap().as_string::<i32>();
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

async fn refusal(ctx: &SessionContext, sql: &str) -> String {
    match ctx.sql(sql).await {
        Err(error) => error.to_string(),
        Ok(frame) => frame.collect().await.unwrap_err().to_string(),
    }
}

#[tokio::test]
async fn null_gives_null_and_unknown_names_have_a_status() {
    let ctx = session();
    let sql =
        "SELECT p IS NULL AS n, p['status'] AS status, p['id'] AS id, toponym_id(name) AS own FROM
               (SELECT name, toponym_resolve(name) AS p FROM places)";
    let table = asked(&ctx, sql).await;
    let nulls: Vec<_> = table["n"].as_boolean().iter().flatten().collect();
    assert_eq!(nulls, [false, true, false, false, false]);
    let text = |text: &str| Some(text.to_owned());
    let ids = [
        text("gn:616635"),
        None,
        text("gn:616052"),
        None,
        text("gn:616635"),
    ];
    assert_eq!(texts(&table, "id"), ids);
    assert_eq!(texts(&table, "own"), ids);
    assert_eq!(texts(&table, "status")[3].as_deref(), Some("unknown"));
}

#[tokio::test]
async fn what_is_known_beside_a_name_counts() {
    let ctx = session();
    for arguments in ["'LB'", "'Lebanon'", "NULL, 34.4, 35.8", "NULL, 34.4, 36"] {
        let table = asked(
            &ctx,
            &format!("SELECT toponym_resolve('طرابلس', {arguments})['country'] AS c"),
        )
        .await;
        assert_eq!(texts(&table, "c")[0].as_deref(), Some("LB"), "{arguments}");
    }
}

#[tokio::test]
async fn calls_of_constants_are_computed_when_the_query_is_planned() {
    let ctx = session();
    let plan = asked(
        &ctx,
        "EXPLAIN SELECT name FROM places WHERE name = toponym_id('Gyumri')",
    )
    .await;
    let plan = format!("{plan:?}");
    assert!(
        plan.contains("gn:616635") && !plan.contains("toponym_id("),
        "{plan}"
    );
}

#[tokio::test]
async fn tables_are_joined_by_ids() {
    let ctx = session();
    let sql = "SELECT a.name FROM places a JOIN (VALUES ('Գյումրի'), ('Gümrü'), (NULL)) b(name)
               ON toponym_id(a.name) = toponym_id(b.name)";
    assert_eq!(asked(&ctx, sql).await.num_rows(), 4);
}

#[tokio::test]
async fn texts_give_lists() {
    let ctx = session();
    let sql = "SELECT toponym_scan(t) AS ms FROM
               (VALUES ('🏔 from Gyumri to Yerevan'), (NULL), ('nothing')) v(t)";
    let table = asked(&ctx, sql).await;
    let lists = table["ms"].as_list::<i32>();
    let lengths: Vec<_> = lists
        .iter()
        .map(|list| list.map(|list| list.len()))
        .collect();
    assert_eq!(lengths, [Some(2), None, Some(0)]);
    let first = lists.value(0);
    let mentions = first.as_struct();
    let starts = mentions
        .column_by_name("start")
        .unwrap()
        .as_primitive::<Int64Type>();
    assert_eq!(starts.values(), &[7, 17]);
}

#[tokio::test]
async fn points_have_a_nearest_place() {
    let ctx = session();
    let sql = "SELECT p['id'] AS id, p['distance_km'] AS km FROM (SELECT toponym_nearest(lat, lon, 'P') AS p FROM
               (VALUES (40.79, 43.84), (NULL, 1), (99, 0)) v(lat, lon))";
    let table = asked(&ctx, sql).await;
    assert_eq!(
        texts(&table, "id"),
        [Some("gn:616635".to_owned()), None, None]
    );
    assert!(table["km"].as_primitive::<Float64Type>().value(0) < 2.0);
}

#[tokio::test]
async fn wrong_arguments_are_refused_with_a_reason() {
    let ctx = session();
    for (sql, reason) in [
        ("SELECT toponym_id(7)", "argument 1 is to be text"),
        ("SELECT toponym_id('a', 'LB', 3)", "not 3 arguments"),
        (
            "SELECT toponym_nearest('x', 1)",
            "argument 1 is to be degrees",
        ),
        ("SELECT toponym_nearest(1, 1, 'Z')", "Z"),
        ("SELECT toponym_scan()", "toponym_scan"),
    ] {
        let message = refusal(&ctx, sql).await;
        assert!(message.contains(reason), "{sql}: {message}");
    }
}
