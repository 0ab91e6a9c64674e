//! Peers are the nearest of the same kind, found without looking at all.

use interlocal_catalog::{PlaceId, jurisdiction::Kind};
use interlocal_matching::peers::{Measured, PEERS_SHOWN, PeerSpace, Peers, peers};
use proptest::{collection::vec, option, prelude::*, sample::select};

fn governments() -> impl Strategy<Value = Vec<Measured>> {
    let kind = select(vec![Kind::County, Kind::Municipality, Kind::Municipality]);
    let coarse = (0_u32..12).prop_map(|x| f64::from(x) / 2.0);
    let variable = option::weighted(0.85, prop_oneof![coarse, 0.0..6.0_f64]);
    vec((kind, variable.clone(), variable.clone(), variable), 0..80).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        rows.map(|(at, (kind, a, b, c))| Measured {
            id: PlaceId::new(format!("g{:03}", (at * 37) % 101)),
            kind,
            variables: vec![a, b, c],
        })
        .collect()
    })
}

/// Every distance worked out, the slow way.
fn by_hand(space: &PeerSpace, all: &[Measured], asker: &Measured) -> Vec<(f64, PlaceId)> {
    let standard = |g: &Measured, at: usize| {
        let scale = space.scale(g.kind, at)?;
        let x = g.variables[at]?;
        Some(if scale.deviation > 0.0 {
            (x - scale.mean) / scale.deviation
        } else {
            0.0
        })
    };
    let distance = |other: &Measured| {
        let mut sum = 0.0;
        for at in (0..3).filter(|at| asker.variables[*at].is_some()) {
            sum += (standard(asker, at)? - standard(other, at)?).powi(2);
        }
        Some(f64::sqrt(sum))
    };
    let others = all
        .iter()
        .filter(|g| g.kind == asker.kind && g.id != asker.id);
    let mut found: Vec<_> = others
        .filter_map(|g| Some((distance(g)?, g.id.clone())))
        .collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    found.truncate(PEERS_SHOWN);
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_nearest_fifteen_of_the_same_kind_are_found(all in governments()) {
        let space = PeerSpace::build(all.clone());
        for asker in &all {
            let known = asker.variables.iter().flatten().count();
            match space.peers_of(&asker.id).expect("in the space") {
                Peers::NotEnoughData => prop_assert!(known < 2),
                Peers::Found(found) => {
                    prop_assert!(known >= 2);
                    let found: Vec<_> = found.into_iter().map(|p| (p.distance, p.id)).collect();
                    prop_assert_eq!(&found, &by_hand(&space, &all, asker));
                    prop_assert_eq!(space.peers_like(asker), space.peers_of(&asker.id).expect("in the space"));
                    prop_assert_eq!(peers(asker, &all), space.peers_like(asker));
                }
            }
        }
    }
}

fn city(id: &str, variables: &[Option<f64>]) -> Measured {
    Measured {
        id: PlaceId::from(id),
        kind: Kind::Municipality,
        variables: variables.to_vec(),
    }
}

#[test]
fn with_one_known_variable_there_is_not_enough_data() {
    let all = [
        city("a", &[Some(9.0), None]),
        city("b", &[Some(9.1), Some(1.0)]),
    ];
    assert_eq!(peers(&all[0], &all), Peers::NotEnoughData);
    assert_eq!(peers(&all[1], &all), Peers::Found(Vec::new()));
    assert_eq!(PeerSpace::build(all).peers_of(&PlaceId::from("c")), None);
}

#[test]
fn a_variable_that_is_infinite_is_unknown() {
    let all = [
        city("a", &[Some(f64::NEG_INFINITY), Some(1.0)]),
        city("b", &[Some(9.1), Some(1.0)]),
    ];
    assert_eq!(peers(&all[0], &all), Peers::NotEnoughData);
}
