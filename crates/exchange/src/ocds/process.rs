//! A contracting process as the trade sees it, read from its merged release.

use super::{
    party::{Party, add, party, with_role},
    period::Period,
};
use crate::json::{decimal, field, list, text};
use interlocal_catalog::Decimal;
use serde_json::Value;

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// How much.
    pub amount: Decimal,
    /// In which currency; empty when not said.
    pub currency: String,
}

/// How suppliers are chosen again later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Techniques {
    /// Whether it sets up a framework agreement; none when not said.
    pub framework: Option<bool>,
    /// How call-offs are made: `withReopeningCompetition` …; empty when not said.
    pub method: String,
    /// Suppliers at most.
    pub most_suppliers: Option<i64>,
    /// Bodies that may call off, in the source's words.
    pub buyers: String,
    /// Whether it sets up a dynamic purchasing system; none when not said.
    pub dynamic: Option<bool>,
}

/// A lot of a tender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Its id in the tender.
    pub id: String,
    /// Its title; empty when not said.
    pub title: String,
    /// Its status; empty when not said.
    pub status: String,
    /// What it is worth.
    pub worth: Option<Worth>,
    /// When its contract runs.
    pub period: Option<Period>,
}

/// An award.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    /// Its id in the process.
    pub id: String,
    /// Its title; empty when not said.
    pub title: String,
    /// Its status; empty when not said.
    pub status: String,
    /// Who won.
    pub suppliers: Vec<Party>,
    /// What it is worth.
    pub worth: Option<Worth>,
    /// When its contract runs.
    pub period: Option<Period>,
}

/// A contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Its id in the process.
    pub id: String,
    /// Its title; empty when not said.
    pub title: String,
    /// Its status; empty when not said.
    pub status: String,
    /// Who sells: as the contract says, else as its award does.
    pub suppliers: Vec<Party>,
    /// Who buys: as the contract says, else the buyers of the process.
    pub buyers: Vec<Party>,
    /// What it is worth.
    pub worth: Option<Worth>,
    /// When it runs.
    pub period: Option<Period>,
}

/// What all releases of one ocid say together.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    /// Its ocid.
    pub ocid: String,
    /// Its title: the tender's, else its own.
    pub title: String,
    /// What is bought.
    pub description: String,
    /// Its language, in small letters; empty when not said.
    pub language: String,
    /// Who buys.
    pub buyers: Vec<Party>,
    /// Its lots.
    pub lots: Vec<Lot>,
    /// Framework agreement and dynamic purchasing system.
    pub techniques: Techniques,
    /// Its awards.
    pub awards: Vec<Award>,
    /// Its contracts.
    pub contracts: Vec<Contract>,
    /// When the contract that was tendered runs.
    pub period: Option<Period>,
}

impl Process {
    /// Reads a merged release.
    pub fn of(release: &Value) -> Self {
        let tender = field(release, "tender").unwrap_or(&Value::Null);
        let mut buyers = Vec::new();
        let named = [field(release, "buyer"), field(tender, "procuringEntity")];
        add(
            &mut buyers,
            named
                .into_iter()
                .flatten()
                .filter_map(|one| party(release, one)),
        );
        add(
            &mut buyers,
            list(release, "buyers").filter_map(|one| party(release, one)),
        );
        for role in ["buyer", "procuringEntity"] {
            add(&mut buyers, with_role(release, role));
        }
        let awards: Vec<Award> = list(release, "awards")
            .map(|one| award(release, one))
            .collect();
        let contracts = list(release, "contracts")
            .map(|one| contract(release, one, (&awards, &buyers)))
            .collect();
        let own = |name: &str| {
            let said = text(tender, name);
            if said.is_empty() {
                text(release, name)
            } else {
                said
            }
        };
        Self {
            ocid: text(release, "ocid"),
            title: own("title"),
            description: own("description"),
            language: text(release, "language").to_lowercase(),
            buyers,
            lots: list(tender, "lots").map(lot).collect(),
            techniques: techniques(tender),
            awards,
            contracts,
            period: Period::of(tender, "contractPeriod"),
        }
    }

    /// Everybody who sells: of contracts, and of awards.
    pub fn suppliers(&self) -> Vec<Party> {
        let mut all = Vec::new();
        for contract in &self.contracts {
            add(&mut all, contract.suppliers.iter().cloned());
        }
        for award in &self.awards {
            add(&mut all, award.suppliers.iter().cloned());
        }
        all
    }
}

fn lot(one: &Value) -> Lot {
    Lot {
        id: text(one, "id"),
        title: text(one, "title"),
        status: text(one, "status"),
        worth: worth(one),
        period: Period::of(one, "contractPeriod"),
    }
}

fn award(release: &Value, one: &Value) -> Award {
    Award {
        id: text(one, "id"),
        title: text(one, "title"),
        status: text(one, "status"),
        suppliers: parties(release, one, "suppliers"),
        worth: worth(one),
        period: Period::of(one, "contractPeriod"),
    }
}

fn contract(release: &Value, one: &Value, (awards, buyers): (&[Award], &[Party])) -> Contract {
    let mut suppliers = parties(release, one, "suppliers");
    let award_id = text(one, "awardID");
    if suppliers.is_empty() && !award_id.is_empty() {
        let award = awards.iter().find(|award| award.id == award_id);
        suppliers = award
            .map(|award| award.suppliers.clone())
            .unwrap_or_default();
    }
    let mut own = parties(release, one, "buyers");
    add(
        &mut own,
        field(one, "buyer").and_then(|buyer| party(release, buyer)),
    );
    Contract {
        id: text(one, "id"),
        title: text(one, "title"),
        status: text(one, "status"),
        suppliers,
        buyers: if own.is_empty() { buyers.to_vec() } else { own },
        worth: worth(one),
        period: Period::of(one, "period"),
    }
}

fn parties(release: &Value, of: &Value, name: &str) -> Vec<Party> {
    let mut found = Vec::new();
    add(
        &mut found,
        list(of, name).filter_map(|one| party(release, one)),
    );
    found
}

fn worth(of: &Value) -> Option<Worth> {
    let value = field(of, "value")?;
    Some(Worth {
        amount: field(value, "amount").and_then(decimal)?,
        currency: text(value, "currency"),
    })
}

/// Techniques of a tender; where it says nothing itself, those of its lots.
fn techniques(tender: &Value) -> Techniques {
    let lots = list(tender, "lots").filter_map(|lot| field(lot, "techniques"));
    let mut found = Techniques::default();
    for one in field(tender, "techniques").into_iter().chain(lots) {
        let flag = |name: &str| field(one, name).and_then(Value::as_bool);
        found.framework = found.framework.or(flag("hasFrameworkAgreement"));
        found.dynamic = found.dynamic.or(flag("hasDynamicPurchasingSystem"));
        let Some(agreement) = field(one, "frameworkAgreement") else {
            continue;
        };
        found.framework = found.framework.or(Some(true));
        let most = field(agreement, "maximumParticipants").and_then(Value::as_i64);
        found.most_suppliers = found.most_suppliers.or(most);
        for (to, name) in [
            (&mut found.method, "method"),
            (&mut found.buyers, "buyerCategories"),
        ] {
            if to.is_empty() {
                *to = text(agreement, name);
            }
        }
    }
    found
}
