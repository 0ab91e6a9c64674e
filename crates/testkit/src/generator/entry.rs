//! One made-up offering.

use super::{audience, draw::Draw, ground::Ground, words::Words};
use interlocal_catalog::{
    CategoryId, Decimal, NaiveDate, OfferingId,
    details::Details,
    facts::{Coverage, Cybersecurity, Facts},
    jurisdiction::Kind,
    offering::{Content, OfferingKind, Source, Status, Term},
    organization::Organization,
    price::{AddedFee, Currency, FeeAmount, Period, Price, PriceLine, Tier, TierReach, Unit},
};
use interlocal_exchange::starter::{Starter, StarterOffering};

const SUPPLIERS: usize = 800;

/// What offerings are made from.
pub struct Maker<'a> {
    real: &'a [StarterOffering],
    bodies: &'a [Organization],
    categories: Vec<CategoryId>,
    words: &'a Words,
    ground: &'a Ground,
    checked_on: NaiveDate,
}

impl<'a> Maker<'a> {
    /// Takes shapes from the offerings of a directory.
    pub fn new(starter: &'a Starter, words: &'a Words, ground: &'a Ground) -> Self {
        Self {
            real: &starter.offerings,
            bodies: &starter.organizations,
            categories: starter
                .vocabulary
                .all()
                .iter()
                .map(|c| c.slug.clone())
                .collect(),
            words,
            ground,
            checked_on: starter.checked_on,
        }
    }

    /// The offering with this number.
    pub fn offering(&self, number: usize, draw: &mut Draw) -> StarterOffering {
        let real = &draw.one(self.real).content;
        let provider = draw.one(self.bodies);
        let home = provider
            .of
            .as_ref()
            .and_then(|place| self.ground.state_of(place));
        let state = home.unwrap_or_else(|| self.ground.state(draw));
        let category = draw.one(&self.categories).clone();
        let slug = OfferingId::new(format!("made-up-{number}"));
        let title = self.title(&category, number, draw);
        let words = draw.between(40, 75);
        let states = if real.states.len() == 1 && real.states[0] != "ALL" {
            vec![state.to_owned()]
        } else {
            real.states.clone()
        };
        let suppliers = if real.kind == OfferingKind::Contract {
            draw.below(5)
        } else {
            0
        };
        let content = Content {
            title,
            category: category.clone(),
            provider: provider.id.clone(),
            partners: Vec::new(),
            summary: self.words.text(&category, words, draw),
            how_to_join: self.words.text(&category, draw.between(6, 14), draw),
            url: format!("https://made-up.example/{number}"),
            states,
            known_users: String::new(),
            state_contract_of: None,
            suppliers: (0..suppliers)
                .map(|_| format!("Made-up Supplier {}", draw.below(SUPPLIERS)))
                .collect(),
            term: self.term(draw),
            source: match draw.below(100) {
                0..5 => Source::Unsourced,
                5..15 => Source::PublishingBody,
                _ => Source::PublicSource,
            },
            source_words: format!("https://made-up.example/source/{number}"),
            checked_on: self.checked_on - chrono::Days::new(draw.below(500) as u64),
            not_available: audience::exclusions(state, self.ground, draw),
            rules: audience::rules(real, &slug, state, self.ground, draw),
            slug,
            details: details(number),
            ..real.clone()
        };
        let users = if draw.percent(20) {
            draw.between(1, 5)
        } else {
            0
        };
        let mut adoptions: Vec<_> = (0..users)
            .map(|_| self.ground.place(state, Kind::Municipality, draw))
            .collect();
        adoptions.sort();
        adoptions.dedup();
        StarterOffering {
            content,
            status: Status::Published,
            aliases: Vec::new(),
            adoptions,
        }
    }

    /// Six to ten words of the trade, and that it is made up.
    fn title(&self, category: &CategoryId, number: usize, draw: &mut Draw) -> String {
        let count = draw.between(6, 10);
        let words = self.words.text(category, count, draw);
        format!("{} (made up, {number})", words.trim_end_matches('.'))
    }

    /// A third of all end some day; some of these have ended.
    fn term(&self, draw: &mut Draw) -> Term {
        if !draw.percent(35) {
            return Term::default();
        }
        let began = self.checked_on - chrono::Days::new(draw.below(1_800) as u64);
        let lasts = chrono::Days::new(draw.between(1, 6) as u64 * 365);
        Term {
            starts_on: Some(began),
            ends_on: Some(began + lasts),
        }
    }
}

/// Prices, a fee and facts of every second offering, by its number alone.
fn details(number: usize) -> Details {
    if number.is_multiple_of(2) {
        return Details::default();
    }
    let cents = (number % 900 + 100) as i64;
    let tier = |from: i64, cents: i64| Tier {
        from: Decimal::from(from),
        price: Decimal::new(cents, 2),
    };
    let line = |name: &str, unit, period, tiers| PriceLine {
        name: name.to_owned(),
        unit,
        period,
        currency: Currency::Usd,
        price: Price::Tiers {
            tiers,
            reach: TierReach::AllUnits,
        },
        least: None,
        note: String::new(),
    };
    let by_endpoint = vec![
        tier(0, cents),
        tier(500, cents - 20),
        tier(2_000, cents - 40),
    ];
    Details {
        prices: vec![
            line("Made-up agent", Unit::Endpoint, Period::Month, by_endpoint),
            line(
                "Made-up set-up",
                Unit::Flat,
                Period::OneTime,
                vec![tier(0, cents * 100)],
            ),
        ],
        fees: vec![AddedFee {
            name: "Made-up administrative fee".to_owned(),
            amount: FeeAmount::Percent {
                percent: Decimal::ONE,
                included: false,
            },
        }],
        facts: Facts {
            cybersecurity: Some(Cybersecurity {
                coverage: Some(Coverage::Extended),
                response_minutes: Some(30),
                ..Cybersecurity::default()
            }),
            ..Facts::default()
        },
        ..Details::default()
    }
}
