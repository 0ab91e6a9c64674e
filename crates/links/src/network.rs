//! Which addresses of machines may be asked.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

/// Networks of IPv4 that nobody reaches from everywhere: own, private, shared, link
/// (where clouds keep their metadata), protocols, examples, translation, benchmarks,
/// groups, and what is reserved.
const NOT_PUBLIC_4: [(Ipv4Addr, u8); 16] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// Whether an address is one that anybody reaches from everywhere.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(four) => is_public_4(four),
        IpAddr::V6(six) => is_public_6(six),
    }
}

fn is_public_4(address: Ipv4Addr) -> bool {
    !NOT_PUBLIC_4
        .iter()
        .any(|(base, length)| same_4(*base, address, *length))
}

/// Of IPv6 only what is given out for everybody is public, and what carries an
/// address of IPv4 only where that one is.
fn is_public_6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, g, h] = address.segments();
    let four = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match (a, b) {
        _ if [a, b, c, d, e] == [0; 5] && (f == 0xffff || f == 0) => {
            f == 0xffff && is_public_4(four(g, h))
        }
        (0x64, 0xff9b) if [c, d, e, f] == [0; 4] => is_public_4(four(g, h)),
        (0x2002, _) => is_public_4(four(b, c)),
        // Tunnels, benchmarks, hashes of keys, and examples.
        (0x2001, _) if b < 0x200 || b == 0xdb8 => false,
        (0x3fff, _) if b < 0x1000 => false,
        _ => a & 0xe000 == 0x2000,
    }
}

fn same_4(base: Ipv4Addr, address: Ipv4Addr, length: u8) -> bool {
    let apart = u32::from(base) ^ u32::from(address);
    apart.leading_zeros() >= u32::from(length)
}

/// A network: `10.20.0.0/16`, `fd00::/8`, or one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    length: u8,
}

impl Network {
    /// Whether an address lies in it.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => same_4(base, address, self.length),
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let apart = u128::from(base) ^ u128::from(address);
                apart.leading_zeros() >= u32::from(self.length)
            }
            _ => false,
        }
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("“{text}” is no network such as 10.20.0.0/16");
        let (base, length) = match text.split_once('/') {
            Some((base, length)) => (base, Some(length)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().map_err(|_| fault())?;
        let whole = if base.is_ipv4() { 32 } else { 128 };
        let length = match length {
            Some(length) => length.parse().map_err(|_| fault())?,
            None => whole,
        };
        if length > whole {
            return Err(fault());
        }
        Ok(Self { base, length })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, is_public};

    #[test]
    fn only_what_anybody_reaches_from_everywhere_is_public() {
        for public in [
            "8.8.8.8",
            "172.15.0.1",
            "172.32.0.1",
            "100.63.0.1",
            "2606:4700::1",
            "::ffff:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "2002:808:808::1",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for private in [
            "127.0.0.1",
            "127.9.9.9",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "168.63.129.16",
            "100.64.0.1",
            "192.0.2.7",
            "198.19.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "3fff::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
    }

    #[test]
    fn a_network_holds_its_addresses_however_they_are_written() {
        let holds = |network: &str, address: &str| {
            let network: Network = network.parse().unwrap();
            network.holds(address.parse().unwrap())
        };
        assert!(holds("10.20.0.0/16", "10.20.255.1"));
        assert!(holds("10.20.0.0/16", "::ffff:10.20.0.1"));
        assert!(!holds("10.20.0.0/16", "10.21.0.1"));
        assert!(holds("127.0.0.1", "127.0.0.1"));
        assert!(!holds("127.0.0.1", "127.0.0.2"));
        assert!(holds("fd00::/8", "fdab::1"));
        assert!(holds("0.0.0.0/0", "10.0.0.1"));
        assert!(!holds("::/0", "10.0.0.1"));
        for wrong in ["", "ten", "10.0.0.0/33", "10.0.0.0/x", "fd00::/129"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }
}
