//! Standard input and output as streams of the runtime. Two threads carry them, for a
//! read of standard input cannot be called off.

use std::{
    io::{Read, Write},
    thread::JoinHandle,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    runtime::Handle,
};

/// Bytes that may be on their way.
const ON_THEIR_WAY: usize = 64 * 1024;

/// What comes in, and where to write.
pub type Ends = (DuplexStream, DuplexStream);

/// Both streams of the process.
pub struct Pipes {
    /// Their ends in the runtime.
    pub ends: Ends,
    /// Everything that was said, as it goes out.
    pub written: Written,
}

/// The thread that writes.
pub struct Written(JoinHandle<()>);

impl Written {
    /// Returns once everything that was said has gone out.
    pub fn wait(self) {
        if self.0.join().is_err() {
            tracing::warn!("standard output broke off");
        }
    }
}

/// Opens both.
pub fn open(runtime: &Handle) -> Pipes {
    let (heard, hears) = duplex(ON_THEIR_WAY);
    let (says, said) = duplex(ON_THEIR_WAY);
    let (reading, writing) = (runtime.clone(), runtime.clone());
    std::thread::spawn(move || read(&reading, heard));
    Pipes {
        ends: (hears, says),
        written: Written(std::thread::spawn(move || write(&writing, said))),
    }
}

fn read(runtime: &Handle, mut heard: DuplexStream) {
    let mut input = std::io::stdin().lock();
    let mut buffer = vec![0; ON_THEIR_WAY];
    while let Ok(length @ 1..) = input.read(&mut buffer) {
        let part = buffer.get(..length).unwrap_or_default();
        if runtime.block_on(heard.write_all(part)).is_err() {
            return;
        }
    }
}

fn write(runtime: &Handle, mut said: DuplexStream) {
    let mut output = std::io::stdout().lock();
    let mut buffer = vec![0; ON_THEIR_WAY];
    while let Ok(length @ 1..) = runtime.block_on(said.read(&mut buffer)) {
        let part = buffer.get(..length).unwrap_or_default();
        if output
            .write_all(part)
            .and_then(|()| output.flush())
            .is_err()
        {
            return;
        }
    }
}
