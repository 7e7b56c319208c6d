//! An offered asset → [`File`]: as it is, or a picture cleaned or made smaller.

use crate::cache::Cache;
use crate::diagnostic::{Diagnosed, Place};
use crate::model::site::{Asset, Making};
use crate::picture::{self, Fault, Format};
use crate::render::file::File;
use crate::source::Digest;

/// The file of an asset. A smaller picture is looked for in the cache first.
pub fn file(asset: &Asset, cache: &dyn Cache) -> Diagnosed<File> {
    let references = asset.references.iter().cloned().collect();
    let made = match (asset.making, Format::of(&asset.bytes)) {
        (Making::AsIs, _) => Ok(asset.bytes.to_vec()),
        (Making::Cleaned, Some(format)) => picture::clean(&asset.bytes, format),
        (Making::Resized(width), Some(format)) => resized(asset, format, width, cache),
        (_, None) => Err(Fault::Malformed),
    };
    let (bytes, faults) = match made {
        Ok(bytes) => (bytes, Vec::new()),
        Err(fault) => {
            let fault = fault.diagnostic().with("name", asset.source.file_name());
            (Vec::new(), vec![fault.at(Place::start_of(&asset.source))])
        }
    };
    let file = File {
        bytes,
        references,
        ..File::default()
    };
    Diagnosed::new(file, faults)
}

fn resized(asset: &Asset, format: Format, width: u32, cache: &dyn Cache) -> Result<Vec<u8>, Fault> {
    let (version, source) = (picture::VERSION, asset.digest);
    let key = Digest::of(format!("picture {version} {source} {width}").as_bytes());
    if let Some(kept) = cache.find(&key) {
        return Ok(kept);
    }
    let made = picture::resize(&asset.bytes, format, width)?;
    cache.keep(&key, &made);
    Ok(made)
}
