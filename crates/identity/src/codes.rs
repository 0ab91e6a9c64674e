//! The second factor: codes that change every 30 seconds (RFC 6238, SHA-1, six
//! digits, as every authenticator app reads them), and codes for the day on which
//! the device is lost.

use crate::{Error, random};
use totp_rs::{Builder, Secret, Totp};

/// Seconds for which a code holds.
const STEP: u64 = 30;
/// How many recovery codes somebody gets.
const RECOVERY_CODES: usize = 10;

/// A new key, in Base32.
pub fn draw_key() -> Result<String, Error> {
    Ok(Secret::from(random::<20>()?.as_slice()).to_base32())
}

/// The address that an authenticator app reads.
pub fn app_url(key: &str, account: &str) -> Result<String, Error> {
    let url = totp(key, account)?.to_url();
    url.map_err(|e| Error::Unreadable(format!("{e:?}")))
}

/// The step whose code this is: the one at `now` (seconds since 1970), or the one
/// before or after it; none when it is no code of theirs.
pub fn step_of(key: &str, code: &str, now: u64) -> Result<Option<i64>, Error> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let totp = totp(key, "account")?;
    let step = now / STEP;
    for step in [step, step.saturating_sub(1), step + 1] {
        if totp.check(&code, step * STEP).is_some() {
            return Ok(i64::try_from(step).ok());
        }
    }
    Ok(None)
}

/// New recovery codes, each used once: `4f9a1-c07be`, 40 bits each.
pub fn draw_recovery_codes() -> Result<Vec<String>, Error> {
    (0..RECOVERY_CODES)
        .map(|_| {
            let text: String = random::<5>()?
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            let (one, other) = text.split_at(5);
            Ok(format!("{one}-{other}"))
        })
        .collect()
}

/// A recovery code as it is compared: without what people add when they copy it.
pub fn plain_recovery_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_hexdigit)
        .collect::<String>()
        .to_lowercase()
}

fn totp(key: &str, account: &str) -> Result<Totp, Error> {
    let unreadable = |e: String| Error::Unreadable(e);
    let secret = Secret::try_from_base32(key).map_err(|e| unreadable(format!("{e:?}")))?;
    Builder::new()
        .with_secret(secret)
        .with_skew(0)
        .with_issuer(Some("Interlocal"))
        .with_account_name(account.replace(':', " "))
        .build()
        .map_err(|e| unreadable(format!("{e:?}")))
}

#[cfg(test)]
mod tests {
    use super::{app_url, draw_key, draw_recovery_codes, plain_recovery_code, step_of};

    /// The key and the times of RFC 6238, appendix B, its codes shortened to six digits.
    const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn check(code: &str, now: u64, expect: Option<i64>) {
        assert_eq!(step_of(KEY, code, now).unwrap(), expect, "{code} at {now}");
    }

    #[test]
    fn a_code_of_the_standard_holds_for_its_step_and_its_neighbours() {
        check("287082", 59, Some(1));
        check("287 082", 30, Some(1));
        check("287082", 0, Some(1));
        check("287082", 89, Some(1));
        check("287082", 90, None);
        check("081804", 1_111_111_109, Some(37_037_036));
        check("", 59, None);
        check("28708", 59, None);
    }

    #[test]
    fn keys_and_recovery_codes_are_new_every_time() {
        assert_ne!(draw_key().unwrap(), draw_key().unwrap());
        let codes = draw_recovery_codes().unwrap();
        let different: std::collections::BTreeSet<_> = codes.iter().collect();
        assert_eq!(different.len(), 10);
        assert_eq!(plain_recovery_code(" 4F9A1 c07be"), "4f9a1c07be");
        let url = app_url(KEY, "ada@arden.example").unwrap();
        assert!(url.starts_with("otpauth://totp/Interlocal:ada"), "{url}");
        assert!(url.contains(KEY), "{url}");
    }
}
