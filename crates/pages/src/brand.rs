//! The look of a state: its name, its logo and its primary color, from which the
//! tones of the portal are made; a color that would be hard to read is refused.

use std::fmt;

/// The least contrast of text, after WCAG 2.2, success criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

const LIGHT_GROUNDS: [Color; 2] = [Color([0xff, 0xff, 0xff]), Color([0xf4, 0xf8, 0xfa])];
const DARK_GROUNDS: [Color; 2] = [Color([0x10, 0x18, 0x1d]), Color([0x18, 0x23, 0x2a])];
const BLACK: Color = Color([0, 0, 0]);
const WHITE: Color = Color([0xff, 0xff, 0xff]);

/// What stands in the place of the portal's own name and mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// The name beside the mark and in titles.
    pub name: String,
    /// File of a logo among the assets; none shows the rings.
    pub logo: Option<String>,
    /// File of styles with tones of its own among the assets.
    pub styles: Option<String>,
}

impl Default for Brand {
    fn default() -> Self {
        Self {
            name: "Interlocal".to_owned(),
            logo: None,
            styles: None,
        }
    }
}

/// The tones made from a primary color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    light: Shades,
    dark: Shades,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shades {
    primary: Color,
    deep: Color,
    wash: Color,
}

impl Tones {
    /// The tones of a color written `#07648d`; says why where it is none or too pale
    /// on the portal's white ground. In the dark the color is lightened until it can
    /// be read.
    pub fn of(primary: &str) -> Result<Self, String> {
        let primary = Color::read(primary)?;
        let light = Shades {
            primary,
            deep: primary.towards(BLACK, 30),
            wash: primary.towards(WHITE, 90),
        };
        let [_, raised] = LIGHT_GROUNDS;
        let contrast = light.least_contrast(&LIGHT_GROUNDS);
        if contrast < LEAST_CONTRAST {
            return Err(format!(
                "{primary} has a contrast of {contrast:.2} on {raised}; text needs {LEAST_CONTRAST}: take a darker color"
            ));
        }
        let [ground, _] = DARK_GROUNDS;
        let readable = (0..=100)
            .step_by(5)
            .map(|percent| {
                let lightened = primary.towards(WHITE, percent);
                Shades {
                    primary: lightened,
                    deep: lightened.towards(WHITE, 40),
                    wash: lightened.towards(ground, 80),
                }
            })
            .find(|shades| shades.least_contrast(&DARK_GROUNDS) >= LEAST_CONTRAST);
        let dark = readable.ok_or_else(|| format!("{primary} cannot be lightened"))?;
        Ok(Self { light, dark })
    }

    /// The styles that set the tones.
    pub fn css(&self) -> String {
        format!(
            "@media screen{{:root{{{}}}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}\n",
            self.light.css(),
            self.dark.css()
        )
    }
}

impl Shades {
    /// The least contrast that text has anywhere: the color and its deep tone on
    /// every ground and on the wash.
    fn least_contrast(&self, grounds: &[Color]) -> f64 {
        grounds
            .iter()
            .chain([&self.wash])
            .flat_map(|ground| [self.primary.contrast(*ground), self.deep.contrast(*ground)])
            .fold(f64::INFINITY, f64::min)
    }

    fn css(&self) -> String {
        format!(
            "--il-primary:{};--il-primary-deep:{};--il-primary-wash:{}",
            self.primary, self.deep, self.wash
        )
    }
}

/// Red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Color([u8; 3]);

impl Color {
    fn read(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix('#').filter(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        });
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let [_, red, green, blue] = number
            .ok_or_else(|| format!("“{text}” is no color; write it as #07648d"))?
            .to_be_bytes();
        Ok(Self([red, green, blue]))
    }

    /// So many percent of the way to another color.
    fn towards(self, other: Color, percent: u32) -> Self {
        let mut out = self.0;
        for (own, other) in out.iter_mut().zip(other.0) {
            let mixed = u32::from(*own) * (100 - percent) + u32::from(other) * percent;
            *own = u8::try_from(mixed / 100).unwrap_or(u8::MAX);
        }
        Self(out)
    }

    /// The contrast ratio of WCAG 2.2, 1 to 21.
    fn contrast(self, other: Color) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The relative luminance of WCAG 2.2, 0 to 1.
    fn luminance(self) -> f64 {
        let weights = [0.2126, 0.7152, 0.0722];
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        self.0
            .into_iter()
            .zip(weights)
            .map(|(channel, weight)| weight * linear(channel))
            .sum()
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{BLACK, Color, DARK_GROUNDS, LIGHT_GROUNDS, Tones, WHITE};

    #[test]
    fn the_contrast_is_that_of_the_guidelines() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 0.001);
        let grey = Color::read("#767676").unwrap();
        assert!((grey.contrast(WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_tone_of_a_color_that_is_taken_can_be_read_in_the_light_and_in_the_dark() {
        for primary in ["#07648d", "#8b0000", "#14532d", "#000000", "#4b0082"] {
            let tones = Tones::of(primary).unwrap();
            assert!(
                tones.light.least_contrast(&LIGHT_GROUNDS) >= 4.5,
                "{primary}"
            );
            assert!(tones.dark.least_contrast(&DARK_GROUNDS) >= 4.5, "{primary}");
            assert!(tones.css().contains(&format!("--il-primary:{primary};")));
        }
    }

    #[test]
    fn a_pale_color_and_what_is_no_color_are_refused_with_what_to_do() {
        let said = Tones::of("#ffcc00").unwrap_err();
        assert!(said.contains("take a darker color"), "{said}");
        for text in ["blue", "#12345", "#12345g", "07648d", "#+12345"] {
            assert!(Tones::of(text).unwrap_err().contains("#07648d"), "{text}");
        }
    }
}
