//! A scheduler and two executors on this machine's loopback, in processes of their own.

#[path = "../../tests/million/mod.rs"]
mod million;

use ballista::prelude::SessionContextExt;
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::prelude::{ParquetReadOptions, SessionContext};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};
use toponym::Resolver;

/// Ends its programs with itself.
struct Cluster {
    programs: Vec<Child>,
    scheduler: String,
}

impl Drop for Cluster {
    fn drop(&mut self) {
        for program in &mut self.programs {
            let _ = program.kill();
            let _ = program.wait();
        }
    }
}

impl Cluster {
    fn start(folder: &Path) -> Cluster {
        let address = free_address();
        let mut cluster = Cluster {
            programs: Vec::new(),
            scheduler: address.clone(),
        };
        cluster.run(
            env!("CARGO_BIN_EXE_toponym-ballista-scheduler"),
            &["--listen", &address, "--executors", "2"],
        );
        let port = address.rsplit(':').next().unwrap();
        for executor in ["one", "two"] {
            let work = folder.join(executor);
            cluster.run(
                env!("CARGO_BIN_EXE_toponym-ballista-executor"),
                &[
                    "--scheduler-port",
                    port,
                    "--listen",
                    &free_address(),
                    "--cores",
                    "1",
                    "--work-dir",
                    work.to_str().unwrap(),
                ],
            );
        }
        let start = Instant::now();
        while !is_ready(&address) {
            assert!(
                start.elapsed() < Duration::from_secs(60),
                "no two executors came"
            );
            std::thread::sleep(Duration::from_millis(100));
        }
        cluster
    }

    fn run(&mut self, program: &str, arguments: &[&str]) {
        let program = Command::new(program).args(arguments).spawn().unwrap();
        self.programs.push(program);
    }

    /// A session that sends its queries to the scheduler.
    async fn session(&self) -> SessionContext {
        let url = format!("df://{}", self.scheduler);
        let ctx = SessionContext::remote(&url).await.unwrap();
        toponym_datafusion::register(&ctx, &Resolver::embedded());
        ctx
    }
}

fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

/// Whether the scheduler says that there are as many executors as it waits for.
fn is_ready(address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else {
        return false;
    };
    let request = format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    let asked = stream.write_all(request.as_bytes());
    asked
        .and_then(|()| stream.read_to_string(&mut answer))
        .is_ok()
        && answer.starts_with("HTTP/1.1 200")
}

/// Makes the tables in a folder known to a session.
async fn register_tables(ctx: &SessionContext, folder: &Path) {
    for name in ["a", "b"] {
        let path = folder.join(name);
        let options = ParquetReadOptions::default();
        ctx.register_parquet(name, path.to_str().unwrap(), options)
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_joins_a_million_rows_as_one_process_does() {
    let folder = tempfile::tempdir().unwrap();
    let alone = SessionContext::new();
    toponym_datafusion::register(&alone, &Resolver::embedded());
    let (a, b) = (million::table(1), million::table(2));
    for (name, table) in [("a", &a), ("b", &b)] {
        let frame = alone.read_batches(table.clone()).unwrap();
        let path = folder.path().join(name);
        std::fs::create_dir(&path).unwrap();
        let options = DataFrameWriteOptions::new();
        frame
            .write_parquet(path.to_str().unwrap(), options, None)
            .await
            .unwrap();
    }
    let expected = million::expected(&a, &b);
    register_tables(&alone, folder.path()).await;
    let alone_rate = million::join(&alone, &expected).await;

    let cluster = Cluster::start(folder.path());
    let ctx = cluster.session().await;
    register_tables(&ctx, folder.path()).await;
    let rate = million::join(&ctx, &expected).await;
    println!(
        "{} pairs; {alone_rate:.0} names a second in one process, {rate:.0} on two executors of one core",
        expected.len()
    );

    // All functions are known to all of the programs.
    let sql =
        "SELECT toponym_resolve(city)['id'] AS id, cardinality(toponym_scan(city)) AS mentions,
                      toponym_nearest(40.79, 43.84 + day * 0, 'P')['id'] AS near
               FROM a WHERE city IS NOT NULL ORDER BY row LIMIT 5";
    let remote = ctx.sql(sql).await.unwrap().collect().await.unwrap();
    let local = alone.sql(sql).await.unwrap().collect().await.unwrap();
    let (remote, local) = (format!("{remote:?}"), format!("{local:?}"));
    assert!(remote.contains("gn:616635"), "{remote}");
    assert_eq!(remote, local);
}
