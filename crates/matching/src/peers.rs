//! Governments like one's own: same kind, nearest by standardized distance over
//! whatever is measured of them, such as ln(population). After the
//! nearest-neighbour method of CIPFA.
//!
//! A [`PeerSpace`] is built once over all governments. A question looks outward
//! from the asker along the first variable that is known of it and stops where
//! nothing nearer can follow.

use interlocal_catalog::{PlaceId, jurisdiction::Kind};
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// How many peers are shown.
pub const PEERS_SHOWN: usize = 15;

/// How many variables must be known of a government to give it peers.
pub const VARIABLES_NEEDED: usize = 2;

/// A government and what is measured of it, always in the same order.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The government.
    pub id: PlaceId,
    /// Its kind; peers are of the same one.
    pub kind: Kind,
    /// Its variables; none where unknown.
    pub variables: Vec<Option<f64>>,
}

/// A government like one's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// The government.
    pub id: PlaceId,
    /// Standardized distance; 0 is alike in everything measured.
    pub distance: f64,
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Peers {
    /// The nearest, the nearest first.
    Found(Vec<Peer>),
    /// Fewer than two variables are known.
    NotEnoughData,
}

/// Mean and standard deviation of one variable over the governments of a kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub deviation: f64,
}

impl Scale {
    /// Over what is known; none where nothing is.
    fn over(known: impl Iterator<Item = f64> + Clone) -> Option<Self> {
        let count = known.clone().count() as f64;
        let mean = known.clone().sum::<f64>() / count;
        let deviation = (known.map(|x| (x - mean).powi(2)).sum::<f64>() / count).sqrt();
        (count > 0.0).then_some(Scale { mean, deviation })
    }

    /// A value in standard deviations from the mean; where all are equal, none differs.
    fn standard(self, x: f64) -> f64 {
        if self.deviation > 0.0 {
            (x - self.mean) / self.deviation
        } else {
            0.0
        }
    }
}

/// All governments of one kind.
#[derive(Debug, Default)]
struct SameKind {
    scales: Vec<Option<Scale>>,
    /// Standardized variables of every government.
    standard: Vec<(PlaceId, Vec<Option<f64>>)>,
    /// For each variable, the governments of which it is known, sorted by it.
    sorted: Vec<Vec<(f64, usize)>>,
}

/// All governments, ready for questions.
#[derive(Debug, Default)]
pub struct PeerSpace {
    kinds: BTreeMap<Kind, SameKind>,
    places: HashMap<PlaceId, (Kind, usize)>,
}

impl PeerSpace {
    /// Measures the space out; the order of the input changes nothing. Values that
    /// are not finite count as unknown.
    pub fn build(governments: impl IntoIterator<Item = Measured>) -> Self {
        let mut by_kind: BTreeMap<Kind, Vec<Measured>> = BTreeMap::new();
        for government in governments {
            by_kind.entry(government.kind).or_default().push(government);
        }
        let mut space = PeerSpace::default();
        for (kind, mut governments) in by_kind {
            governments.sort_unstable_by(|a, b| a.id.cmp(&b.id));
            let same_kind = SameKind::measure(governments);
            for (at, (id, _)) in same_kind.standard.iter().enumerate() {
                space.places.insert(id.clone(), (kind, at));
            }
            space.kinds.insert(kind, same_kind);
        }
        space
    }

    /// The nearest of the same kind; none where the government is not in the space.
    pub fn peers_of(&self, id: &PlaceId) -> Option<Peers> {
        let (kind, at) = self.places.get(id)?;
        let same_kind = self.kinds.get(kind)?;
        let (_, variables) = same_kind.standard.get(*at)?;
        Some(same_kind.nearest(id, variables))
    }

    /// Those among others that can be compared with a government, the nearest first;
    /// none where too little is known of it.
    pub fn nearest_among<'a>(
        &self,
        id: &PlaceId,
        others: impl IntoIterator<Item = &'a PlaceId>,
    ) -> Option<Vec<Peer>> {
        let (kind, at) = self.places.get(id)?;
        let same_kind = self.kinds.get(kind)?;
        let (_, here) = same_kind.standard.get(*at)?;
        if here.iter().flatten().count() < VARIABLES_NEEDED {
            return None;
        }
        let standard = |other: &PlaceId| match self.places.get(other)? {
            (of, row) if of == kind && other != id => same_kind.standard.get(*row),
            _ => None,
        };
        let mut found: Vec<Peer> = others
            .into_iter()
            .filter_map(|other| {
                let (_, there) = standard(other)?;
                Some(Peer {
                    id: other.clone(),
                    distance: distance(here, there)?,
                })
            })
            .collect();
        found.sort_by(|a, b| Near(a.distance, &a.id).cmp(&Near(b.distance, &b.id)));
        Some(found)
    }

    /// The nearest of the same kind to a government that need not be in the space.
    pub fn peers_like(&self, government: &Measured) -> Peers {
        let Some(same_kind) = self.kinds.get(&government.kind) else {
            return Peers::NotEnoughData;
        };
        let standard = same_kind.standardize(&government.variables);
        same_kind.nearest(&government.id, &standard)
    }

    /// By what a variable of a kind is standardized; none where it is never known.
    pub fn scale(&self, kind: Kind, variable: usize) -> Option<Scale> {
        self.kinds
            .get(&kind)?
            .scales
            .get(variable)
            .copied()
            .flatten()
    }
}

/// The peers of one government among others, without a prepared space.
pub fn peers(seeker: &Measured, others: &[Measured]) -> Peers {
    let without = others.iter().filter(|other| other.id != seeker.id);
    let same_kind = without.filter(|other| other.kind == seeker.kind);
    let all = same_kind.cloned().chain([seeker.clone()]);
    PeerSpace::build(all).peers_like(seeker)
}

fn known(x: Option<f64>) -> Option<f64> {
    x.filter(|x| x.is_finite())
}

impl SameKind {
    fn measure(governments: Vec<Measured>) -> Self {
        let count = governments
            .iter()
            .map(|g| g.variables.len())
            .max()
            .unwrap_or(0);
        let column = |at: usize| {
            let values = governments.iter();
            values.filter_map(move |g| known(g.variables.get(at).copied().flatten()))
        };
        let mut same_kind = SameKind {
            scales: (0..count).map(|at| Scale::over(column(at))).collect(),
            ..SameKind::default()
        };
        let standard = governments.iter();
        let standard = standard.map(|g| (g.id.clone(), same_kind.standardize(&g.variables)));
        same_kind.standard = standard.collect();
        same_kind.sorted = (0..count).map(|at| same_kind.sorted_by(at)).collect();
        same_kind
    }

    fn standardize(&self, variables: &[Option<f64>]) -> Vec<Option<f64>> {
        let pairs = variables.iter().zip(&self.scales);
        pairs
            .map(|(x, scale)| Some((*scale)?.standard(known(*x)?)))
            .collect()
    }

    fn sorted_by(&self, variable: usize) -> Vec<(f64, usize)> {
        let rows = self.standard.iter().enumerate();
        let mut sorted: Vec<_> = rows
            .filter_map(|(row, (_, x))| Some((x.get(variable).copied().flatten()?, row)))
            .collect();
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        sorted
    }

    /// Compares with those of which everything is known that is known of the asker.
    fn nearest(&self, asker: &PlaceId, at: &[Option<f64>]) -> Peers {
        let first = at.iter().position(Option::is_some);
        let pivot = first.and_then(|variable| Some((at.get(variable).copied()??, variable)));
        let enough = at.iter().flatten().count() >= VARIABLES_NEEDED;
        let Some((here, variable)) = pivot.filter(|_| enough) else {
            return Peers::NotEnoughData;
        };
        let sorted = self
            .sorted
            .get(variable)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut nearest = BinaryHeap::with_capacity(PEERS_SHOWN + 1);
        for (ahead, row) in outward(sorted, here) {
            let full = nearest.len() == PEERS_SHOWN;
            if full && nearest.peek().is_some_and(|Near(far, _)| ahead > *far) {
                break;
            }
            let Some((id, there)) = self.standard.get(row) else {
                continue;
            };
            if let Some(distance) = distance(at, there).filter(|_| id != asker) {
                nearest.push(Near(distance, id));
                if nearest.len() > PEERS_SHOWN {
                    nearest.pop();
                }
            }
        }
        let found = nearest.into_sorted_vec().into_iter();
        Peers::Found(
            found
                .map(|Near(distance, id)| Peer {
                    id: id.clone(),
                    distance,
                })
                .collect(),
        )
    }
}

/// Rows by their distance along one sorted variable, the nearest first.
fn outward(sorted: &[(f64, usize)], here: f64) -> impl Iterator<Item = (f64, usize)> {
    let (below, above) = sorted.split_at(sorted.partition_point(|(x, _)| *x < here));
    let mut below = below
        .iter()
        .rev()
        .map(move |(x, row)| (here - x, *row))
        .peekable();
    let mut above = above
        .iter()
        .map(move |(x, row)| (x - here, *row))
        .peekable();
    std::iter::from_fn(move || match (below.peek(), above.peek()) {
        (Some((left, _)), Some((right, _))) if left <= right => below.next(),
        (Some(_), None) => below.next(),
        _ => above.next(),
    })
}

/// Euclidean; none where something known of the asker is unknown of the other.
fn distance(asker: &[Option<f64>], other: &[Option<f64>]) -> Option<f64> {
    let mut sum = 0.0;
    for (at, x) in asker.iter().enumerate() {
        if let Some(x) = x {
            sum += (x - other.get(at).copied().flatten()?).powi(2);
        }
    }
    Some(sum.sqrt())
}

/// Ordered by distance, then by id.
#[derive(PartialEq)]
struct Near<'a>(f64, &'a PlaceId);

impl Eq for Near<'_> {}

impl PartialOrd for Near<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Near<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0).then_with(|| self.1.cmp(other.1))
    }
}
