//! The elements and attributes that draw (SVG 2, filter effects, masking). What is not on these lists
//! is not written.

/// The namespace of SVG.
pub const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// What the text in an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextIs {
    /// Space between elements.
    Nothing,
    /// Words.
    Read,
    /// A style sheet.
    Style,
}

/// An element that may be written.
pub struct Element {
    /// Its name.
    pub name: &'static str,
    /// What its text is.
    pub text: TextIs,
    /// Whether it changes an attribute of another element.
    pub is_animation: bool,
}

/// What draws.
const ELEMENTS: [&str; 48] = [
    "circle",
    "clipPath",
    "defs",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "tspan",
    "use",
];

/// What says something.
const WORDS: [&str; 5] = ["desc", "text", "textPath", "title", "tspan"];

const ANIMATIONS: [&str; 3] = ["animate", "animateTransform", "set"];

/// The element of this name.
pub fn element(name: &str) -> Option<Element> {
    let find = |list: &[&'static str]| list.iter().copied().find(|known| *known == name);
    if name == "style" {
        return Some(Element {
            name: "style",
            text: TextIs::Style,
            is_animation: false,
        });
    }
    if let Some(name) = find(&ANIMATIONS) {
        return Some(Element {
            name,
            text: TextIs::Nothing,
            is_animation: true,
        });
    }
    let words = find(&WORDS);
    Some(Element {
        name: words.or_else(|| find(&ELEMENTS))?,
        text: words.map_or(TextIs::Nothing, |_| TextIs::Read),
        is_animation: false,
    })
}

/// Whether an element is what an editor leaves behind: of a vocabulary of its own, or metadata.
pub fn is_left_behind(name: &str) -> bool {
    name == "metadata" || (name.contains(':') && !is_harmful(name))
}

/// An element of another prefix that would draw or run if the prefix stood for SVG or HTML.
fn is_harmful(name: &str) -> bool {
    let local = name.rsplit(':').next().unwrap_or(name);
    let runs = [
        "script",
        "foreignObject",
        "iframe",
        "object",
        "embed",
        "handler",
        "listener",
    ];
    runs.iter().any(|known| known.eq_ignore_ascii_case(local)) || element(local).is_some()
}

/// What an animation may change: everything but names and addresses.
pub fn is_drawn(attribute: &'static str) -> bool {
    !NAMES.contains(&attribute)
}

/// Attributes that name something or steer an animation.
const NAMES: [&str; 22] = [
    "accumulate",
    "additive",
    "attributeName",
    "begin",
    "by",
    "calcMode",
    "dur",
    "end",
    "from",
    "id",
    "keySplines",
    "keyTimes",
    "lang",
    "repeatCount",
    "repeatDur",
    "role",
    "to",
    "type",
    "values",
    "version",
    "xml:lang",
    "xml:space",
];

/// Attributes that draw.
const DRAWN: [&str; 159] = [
    "alignment-baseline",
    "amplitude",
    "azimuth",
    "baseFrequency",
    "baseline-shift",
    "bias",
    "class",
    "clip",
    "clip-path",
    "clip-rule",
    "clipPathUnits",
    "color",
    "color-interpolation",
    "color-interpolation-filters",
    "color-rendering",
    "cx",
    "cy",
    "d",
    "diffuseConstant",
    "direction",
    "display",
    "divisor",
    "dominant-baseline",
    "dx",
    "dy",
    "edgeMode",
    "elevation",
    "exponent",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "filterUnits",
    "flood-color",
    "flood-opacity",
    "font",
    "font-family",
    "font-size",
    "font-size-adjust",
    "font-stretch",
    "font-style",
    "font-variant",
    "font-weight",
    "fr",
    "fx",
    "fy",
    "gradientTransform",
    "gradientUnits",
    "height",
    "image-rendering",
    "in",
    "in2",
    "intercept",
    "isolation",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "lengthAdjust",
    "letter-spacing",
    "lighting-color",
    "limitingConeAngle",
    "line-height",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "mask",
    "mask-type",
    "maskContentUnits",
    "maskUnits",
    "method",
    "mix-blend-mode",
    "mode",
    "numOctaves",
    "offset",
    "opacity",
    "operator",
    "order",
    "orient",
    "overflow",
    "paint-order",
    "pathLength",
    "patternContentUnits",
    "patternTransform",
    "patternUnits",
    "points",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "preserveAlpha",
    "preserveAspectRatio",
    "primitiveUnits",
    "r",
    "radius",
    "refX",
    "refY",
    "result",
    "rotate",
    "rx",
    "ry",
    "scale",
    "seed",
    "shape-rendering",
    "side",
    "slope",
    "spacing",
    "specularConstant",
    "specularExponent",
    "spreadMethod",
    "startOffset",
    "stdDeviation",
    "stitchTiles",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "surfaceScale",
    "systemLanguage",
    "tableValues",
    "targetX",
    "targetY",
    "text-align",
    "text-anchor",
    "text-decoration",
    "text-indent",
    "text-overflow",
    "text-rendering",
    "text-transform",
    "textLength",
    "transform",
    "transform-origin",
    "unicode-bidi",
    "vector-effect",
    "viewBox",
    "visibility",
    "white-space",
    "width",
    "word-spacing",
    "writing-mode",
    "x",
    "x1",
    "x2",
    "xChannelSelector",
    "y",
    "y1",
    "y2",
    "yChannelSelector",
    "z",
];

/// The attribute of this name.
pub fn attribute(name: &str) -> Option<&'static str> {
    let all = DRAWN.iter().chain(&NAMES);
    all.copied().find(|known| *known == name)
}
