//! Passwords: argon2id, with what OWASP asks of it (19 MiB, two passes, one lane).

use crate::Error;
use argon2::{
    Argon2, Params,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::sync::LazyLock;

/// Characters that a password has at least.
pub const SHORTEST: usize = 12;
/// Characters that a password has at most; more would only be work.
pub const LONGEST: usize = 200;

/// The hash that stands for everybody who has none, so that trying takes as long.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| hash_now("nobody has this").ok());

/// Why a password will not do; none when it will. `known` are words that an
/// attacker would try first: the address and the name.
pub fn fault(password: &str, known: &[&str]) -> Option<String> {
    let count = password.chars().count();
    if count < SHORTEST {
        return Some(format!(
            "take at least {SHORTEST} characters; a few words are easy to remember"
        ));
    }
    if count > LONGEST {
        return Some(format!("take at most {LONGEST} characters"));
    }
    let small = password.to_lowercase();
    let told = known
        .iter()
        .any(|word| !word.is_empty() && small == word.to_lowercase());
    let one = small.chars().next();
    if told || small.chars().all(|letter| Some(letter) == one) {
        return Some("take one that nobody who knows you would try first".to_owned());
    }
    None
}

/// The hash to keep, in PHC form. Takes a while, away from the async threads.
pub async fn hash(password: String) -> Result<String, Error> {
    tokio::task::spawn_blocking(move || hash_now(&password))
        .await
        .map_err(|e| Error::Unreadable(e.to_string()))?
}

/// Whether the password is the one that was hashed; without a hash it never is,
/// and that takes as long to say.
pub async fn matches(password: String, kept: Option<String>) -> bool {
    let tried = tokio::task::spawn_blocking(move || {
        let real = kept.is_some();
        let hash = kept.or_else(|| NOBODYS.clone());
        let found = hash.is_some_and(|hash| {
            PasswordHash::new(&hash).is_ok_and(|hash| {
                Argon2::default()
                    .verify_password(password.as_bytes(), &hash)
                    .is_ok()
            })
        });
        found && real
    });
    tried.await.unwrap_or(false)
}

fn hash_now(password: &str) -> Result<String, Error> {
    let unreadable = |e: String| Error::Unreadable(e);
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|e| unreadable(e.to_string()))?;
    let argon2 = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let hash = argon2.hash_password(password.as_bytes());
    Ok(hash.map_err(|e| unreadable(e.to_string()))?.to_string())
}

#[cfg(test)]
mod tests {
    use super::{fault, hash, matches};

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let kept = hash("correct horse battery".into()).await.unwrap();
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{kept}"
        );
        assert!(matches("correct horse battery".into(), Some(kept.clone())).await);
        assert!(!matches("correct horse batterz".into(), Some(kept.clone())).await);
        assert!(!matches("nobody has this".into(), None).await);
        let again = hash("correct horse battery".into()).await.unwrap();
        assert_ne!(kept, again, "each has a salt of its own");
    }

    #[tokio::test]
    async fn that_nobody_has_the_address_takes_as_long_to_say() {
        let kept = hash("correct horse battery".into()).await.unwrap();
        let fastest = async |kept: Option<String>| {
            let mut least = std::time::Duration::MAX;
            for _ in 0..5 {
                let begun = std::time::Instant::now();
                assert!(!matches("not this one".into(), kept.clone()).await);
                least = least.min(begun.elapsed());
            }
            least
        };
        let (somebody, nobody) = (fastest(Some(kept)).await, fastest(None).await);
        assert!(nobody * 3 > somebody, "{nobody:?} and {somebody:?}");
        assert!(somebody * 3 > nobody, "{nobody:?} and {somebody:?}");
    }

    #[test]
    fn what_is_tried_first_will_not_do() {
        let will_not = |password: &str| fault(password, &["ada@arden.example", "Ada Buyer"]);
        assert!(will_not("short").is_some());
        assert!(will_not(&"x".repeat(201)).is_some());
        assert!(will_not("Ada@Arden.example").is_some());
        assert!(will_not("aaaaaaaaaaaaaa").is_some());
        assert_eq!(will_not("five boxing wizards"), None);
    }
}
