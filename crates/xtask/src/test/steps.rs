//! The steps of a run: a heading and the time of each, and a summary at the end.

use anyhow::bail;
use std::time::{Duration, Instant};

/// What was done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<Done>,
}

struct Done {
    heading: String,
    took: Duration,
    fault: Option<String>,
}

impl Steps {
    /// A step without which nothing can go on.
    pub fn must<T>(
        &mut self,
        heading: &str,
        step: impl FnOnce() -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        begin(heading);
        let began = Instant::now();
        let value = step();
        let fault = value.as_ref().err().map(|fault| format!("{fault:#}"));
        self.end(heading, began.elapsed(), fault);
        value
    }

    /// A step after which the run goes on, to find everything that is wrong at once.
    pub fn check(&mut self, heading: &str, step: impl FnOnce() -> anyhow::Result<()>) {
        begin(heading);
        let began = Instant::now();
        let fault = step().err().map(|fault| format!("{fault:#}"));
        self.end(heading, began.elapsed(), fault);
    }

    /// Prints the summary; errs when a step failed.
    pub fn finish(self) -> anyhow::Result<()> {
        println!("\n== summary");
        for done in &self.done {
            let word = if done.fault.is_none() { "ok" } else { "FAILED" };
            println!(
                "{word:>8} {:>7.1} s  {}",
                done.took.as_secs_f64(),
                done.heading
            );
        }
        let failed: Vec<&str> = self
            .done
            .iter()
            .filter(|done| done.fault.is_some())
            .map(|done| done.heading.as_str())
            .collect();
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        Ok(())
    }

    fn end(&mut self, heading: &str, took: Duration, fault: Option<String>) {
        if let Some(fault) = &fault {
            println!("   {heading} failed: {fault}");
        }
        self.done.push(Done {
            heading: heading.to_owned(),
            took,
            fault,
        });
    }
}

fn begin(heading: &str) {
    println!("\n== {heading}");
}

#[cfg(test)]
mod tests {
    use super::Steps;
    use anyhow::bail;

    #[test]
    fn one_failed_step_fails_the_run_and_the_steps_after_it_still_run() {
        let mut steps = Steps::default();
        let mut later = false;
        steps.check("first", || bail!("broken"));
        steps.check("second", || {
            later = true;
            Ok(())
        });
        assert!(later);
        assert_eq!(steps.finish().unwrap_err().to_string(), "failed: first");
    }
}
