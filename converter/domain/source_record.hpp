// What a reader yields: one row or record of a source, as raw texts, each with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace srgconv {

/// One raw value. A CSV cell is always present, perhaps empty; an XML element may be absent.
struct RawValue {
  std::string text;        ///< UTF-8, undecorated: nothing trimmed, nothing replaced
  bool present = false;    ///< false: the element does not occur
  std::uint32_t line = 0;  ///< 1-based line on which the value begins
};

/// One record. Values stand in the order of the format's field declarations (`rules::Format::fields`).
struct SourceRecord {
  std::uint32_t line = 0;        ///< 1-based line on which the record begins
  std::string path;              ///< XML: path with positions, `ClientSuwi/AtlRelatie[2]/ReIntegratievoorziening[1]`; CSV: empty
  std::vector<RawValue> values;  ///< one per `Format::fields`
  /// One entry per `Format::groups`; each holds the occurrences of that group, each with one value per `Group::fields`.
  std::vector<std::vector<std::vector<RawValue>>> groups;
};

}  // namespace srgconv
