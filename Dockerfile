# The service `toponym serve` in a small image.
#
#     docker build -t toponym .
#     docker run --rm -p 127.0.0.1:8080:8080 toponym
#     docker run --rm -p 127.0.0.1:8080:8080 -v "$PWD/world.toponym:/index.toponym:ro" \
#         toponym --index /index.toponym
#
# Port 8080 is reached by the machine itself then; a proxy that others reach belongs before it.

FROM rust:1.88-slim-bookworm AS build
WORKDIR /toponym
# The built-in gazetteer is committed, so that nothing but crates is fetched.
COPY . .
RUN cargo build --release --locked -p toponym-cli && strip target/release/toponym

# A C library, and neither a shell nor a package manager; it runs as a user without rights.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /toponym/target/release/toponym /usr/local/bin/toponym
COPY --from=build /toponym/LICENSE-APACHE /toponym/LICENSE-MIT /toponym/LICENSE-CC-BY-4.0 \
    /toponym/LICENSE-UNICODE /toponym/data/ATTRIBUTION.txt /usr/share/doc/toponym/
EXPOSE 8080
STOPSIGNAL SIGTERM
# All addresses of the container, which is reached by the ports that are published.
ENTRYPOINT ["/usr/local/bin/toponym", "serve", "--listen", "0.0.0.0:8080", "--log-format", "json"]
