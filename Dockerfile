# Builds with Rust and Node, runs without either and not as root.
FROM rust:1.95-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl gnupg xz-utils \
    && rm -rf /var/lib/apt/lists/*
COPY --from=node:20-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:20-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN cargo build --release --locked --package interlocal

FROM debian:bookworm-slim
RUN useradd --system --home-dir /var/lib/interlocal --create-home interlocal
COPY --from=build /source/target/release/interlocal /usr/local/bin/interlocal
USER interlocal
WORKDIR /var/lib/interlocal
ENV INTERLOCAL__SERVER__LISTEN=0.0.0.0:8080 \
    INTERLOCAL__DATA__DIRECTORY=/var/lib/interlocal/data
VOLUME /var/lib/interlocal/data
EXPOSE 8080
ENTRYPOINT ["interlocal"]
CMD ["serve"]
