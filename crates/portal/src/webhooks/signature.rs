//! The signature of an event, as Standard Webhooks has it: HMAC-SHA256 over the
//! identifier, the time and the text, so that nobody else can send it, or the same one
//! later.

use crate::Error;
use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// What stands before the secret, so that it is known when it turns up somewhere.
const PREFIX: &str = "whsec_";

/// Draws a secret of 256 bits, as it is shown once and kept.
pub fn draw_secret() -> Result<String, Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|e| Error::Internal(format!("no randomness: {e}")))?;
    Ok(format!("{PREFIX}{}", STANDARD.encode(bytes)))
}

/// The value of `webhook-signature` for an event.
pub fn signature(
    secret: &str,
    (event, timestamp): (&str, i64),
    body: &str,
) -> Result<String, Error> {
    let fault = || Error::Internal("a kept secret of a webhook is none".to_owned());
    let encoded = secret.strip_prefix(PREFIX).ok_or_else(fault)?;
    let key = STANDARD.decode(encoded).map_err(|_| fault())?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(|_| fault())?;
    mac.update(format!("{event}.{timestamp}.{body}").as_bytes());
    Ok(format!(
        "v1,{}",
        STANDARD.encode(mac.finalize().into_bytes())
    ))
}

#[cfg(test)]
mod tests {
    use super::{draw_secret, signature};

    /// The example of the specification of Standard Webhooks.
    #[test]
    fn the_example_of_the_specification_comes_out() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let body = "{\"test\": 2432232314}";
        let event = ("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330);
        assert_eq!(
            signature(secret, event, body).unwrap(),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        );
    }

    #[test]
    fn no_two_secrets_are_alike_and_what_is_none_signs_nothing() {
        let (one, other) = (draw_secret().unwrap(), draw_secret().unwrap());
        assert_ne!(one, other);
        let sign = |secret: &str| signature(secret, ("a", 1), "b").ok();
        assert_ne!(sign(&one), sign(&other));
        assert!(sign(&one).is_some());
        assert_eq!(sign("secret"), None);
        assert_eq!(sign("whsec_?"), None);
    }
}
