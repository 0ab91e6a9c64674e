//! Names of governments as people type them, brought to one form.

/// Words that stay small in a name.
const SMALL: [&str; 8] = ["of", "and", "the", "in", "for", "at", "on", "de"];

/// A name that is all in capitals as it is otherwise written.
pub(super) fn readable(name: &str) -> String {
    let shouted = name.chars().filter(|c| c.is_alphabetic()).count() > 3
        && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    name.split(' ')
        .enumerate()
        .map(|(index, word)| {
            let small = word.to_lowercase();
            if index > 0 && SMALL.contains(&small.as_str()) {
                return small;
            }
            let mut letters = small.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect())
                .unwrap_or_default()
        })
        .collect::<Vec<String>>()
        .join(" ")
}

/// Small letters and digits in words; “Saint” and “St.” alike, no apostrophes.
pub(super) fn plain(name: &str) -> String {
    let letters: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|c| !['\'', '’', '.', '‘'].contains(c))
        .map(|c| match c {
            'á' | 'à' | 'ä' => 'a',
            'é' | 'è' => 'e',
            'í' => 'i',
            'ñ' => 'n',
            'ó' | 'ö' => 'o',
            'ú' | 'ü' => 'u',
            other => other,
        })
        .collect();
    letters
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match word {
            "saint" => "st",
            "sainte" => "ste",
            "mount" => "mt",
            "twp" => "township",
            "co" => "county",
            other => other,
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A name in two parts: what is it called, and what does it call itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Called {
    /// The bare name: `arden`.
    pub bare: String,
    /// What it calls itself, in small letters: `city`, `charter township`; may be empty.
    pub legal: String,
    /// The county that it says it lies in; may be empty.
    pub county: String,
}

/// What governments call themselves, the longer ones first.
const LEGAL: [&str; 13] = [
    "city and county",
    "city and borough",
    "charter township",
    "township",
    "municipality",
    "plantation",
    "village",
    "borough",
    "county",
    "parish",
    "town",
    "city",
    "municipio",
];

/// What the government itself is called beside its name, the longer ones first.
const GOVERNING: [&str; 11] = [
    "board of county commissioners",
    "board of commissioners",
    "board of supervisors",
    "board of selectmen",
    "commissioners court",
    "commission",
    "fiscal court",
    "police jury",
    "city council",
    "town council",
    "government",
];

/// Reads the name of a local government: `City of Arden`, `Arden Township, Boro
/// County`, `Arden County WI`; `state` is its name and postal code.
pub(super) fn called(name: &str, state: (&str, &str)) -> Called {
    let (own, county) = in_county(name);
    let mut words = plain(own);
    for ending in [plain(state.0), state.1.to_lowercase()] {
        if let Some(rest) = words.strip_suffix(&ending)
            && rest.ends_with(' ')
            && rest.trim_end().contains(' ')
        {
            words = rest.trim_end().to_owned();
        }
    }
    let words = words.strip_prefix("the ").unwrap_or(&words).to_owned();
    let governing = GOVERNING.iter().find_map(|end| words.strip_suffix(end));
    let words = governing.map_or(words.clone(), |rest| rest.trim_end().to_owned());
    for legal in LEGAL {
        if let Some(bare) = words.strip_prefix(&format!("{legal} of ")) {
            return Called {
                bare: bare.strip_prefix("the ").unwrap_or(bare).to_owned(),
                legal: legal.to_owned(),
                county,
            };
        }
    }
    for legal in LEGAL {
        if let Some(bare) = words.strip_suffix(&format!(" {legal}")) {
            return Called {
                bare: bare.to_owned(),
                legal: legal.to_owned(),
                county,
            };
        }
    }
    Called {
        bare: words,
        legal: String::new(),
        county,
    }
}

/// The name before a comma, dash or bracket, and the county named behind it.
fn in_county(name: &str) -> (&str, String) {
    let cut = name.find([',', '(']).or_else(|| name.find(" - "));
    let Some((own, rest)) = cut.and_then(|at| name.split_at_checked(at)) else {
        return (name, String::new());
    };
    let rest = plain(rest);
    match rest.split_once(" county") {
        Some((county, _)) if !own.trim().is_empty() => (own, county.to_owned()),
        _ => (name, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::{called, plain, readable};

    fn check(name: &str, expect: (&str, &str, &str)) {
        let read = called(name, ("Ohio", "OH"));
        let read = (
            read.bare.as_str(),
            read.legal.as_str(),
            read.county.as_str(),
        );
        assert_eq!(read, expect, "{name}");
    }

    #[test]
    fn a_name_is_taken_apart() {
        check("City of Arden", ("arden", "city", ""));
        check("The Village of Arden Ohio", ("arden", "village", ""));
        check("Arden Township", ("arden", "township", ""));
        check("Arden Township, Boro County", ("arden", "township", "boro"));
        check(
            "Charter Township of St. Arden",
            ("st arden", "charter township", ""),
        );
        check("Boro County OH", ("boro", "county", ""));
        check("County of Boro", ("boro", "county", ""));
        check("City and County of Arden", ("arden", "city and county", ""));
        check("Boro County Clerk", ("boro county clerk", "", ""));
        check("Boro County Board of Commissioners", ("boro", "county", ""));
        check("Boro County Government", ("boro", "county", ""));
        check("Government", ("", "", ""));
        check("Ohio", ("ohio", "", ""));
    }

    #[test]
    fn a_shouted_name_is_calmed() {
        assert_eq!(readable("CITY OF THE ARDEN"), "City of the Arden");
        assert_eq!(readable("BORO"), "Boro");
        assert_eq!(readable("AC Transit"), "AC Transit");
        assert_eq!(readable("DA"), "DA");
        assert_eq!(plain("Saint Mary’s  Co."), "st marys county");
    }
}
