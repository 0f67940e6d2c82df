// XML: a hardened SAX2 parser with grammars loaded once, and well-formed output. The only room that includes Xerces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/byte_stream.hpp"

namespace srgconv::xml {

/// Brings Xerces up and down; one object in main, before any thread and any parser. DTDs are switched off for the process:
/// a DOCTYPE is a fatal error of the document. Entities are never resolved outside the document.
class Library {
 public:
  Library();
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

/// Attribute of an element: local name and value, UTF-8. Those of another namespace than the element's (xsi:..., xml:...) are
/// called `{namespace}name`, which no path of a format can be.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// What a document tells while it is read. `false` stops reading (no error). Lines are 1-based; that of a start tag is the line on which the tag ends.
class Handler {
 public:
  virtual ~Handler() = default;
  virtual bool start_element(std::string_view namespace_uri, std::string_view local_name, const Attributes& attributes, std::uint32_t line) = 0;
  virtual bool end_element(std::string_view namespace_uri, std::string_view local_name) = 0;
  /// May come in several pieces.
  virtual void text(std::string_view utf8) = 0;
};

/// The schemas of one format, compiled once. One object per thread: a locked grammar pool is not safe to share on first use in Xerces 3.2.4.
class Grammar {
 public:
  /// Nothing, with diagnostics READ-2xx, when the schema (or one it includes; only files below its folder are served) cannot be loaded.
  /// `served` is that folder when it is not the schema's own (a schema inside a pack that includes from beside its folder).
  static std::unique_ptr<Grammar> load(const std::filesystem::path& schema, const std::string& shown_name, Diagnostics& diagnostics,
                                       const std::filesystem::path& served = {});
  /// The same, kept for this thread as long as the file does not change: thousands of one-person documents load their schema once. Null when it
  /// cannot be loaded (told again at every call). What is kept dies with the thread, or with Library on the thread that ends it.
  static const Grammar* cached(const std::filesystem::path& schema, const std::string& shown_name, Diagnostics& diagnostics,
                               const std::filesystem::path& served = {});
  ~Grammar();
  struct Pool;
  Pool& pool() const { return *pool_; }

 private:
  Grammar();
  std::unique_ptr<Pool> pool_;
};

/// How reading a document ended.
enum class Outcome {
  complete,  ///< to the end, without an error
  stopped,   ///< the handler asked for it
  faulty     ///< not well-formed, a DOCTYPE, an entity, or not valid; diagnostics READ-2xx say what (at most `most_messages` per document)
};

/// Reads a document; validates it when a grammar is given. `shown_name` is used in places. A file that cannot be opened is READ-201.
Outcome parse(const std::filesystem::path& path, const std::string& shown_name, const Grammar* grammar, Handler& handler, Diagnostics& diagnostics,
              std::size_t most_messages = 20);

/// Opens the bytes of a document from their beginning.
using OpenDocument = std::function<std::unique_ptr<ByteStream>()>;

/// The same for a document that is no file of its own. Whether its stream ended by a fault, the caller must ask; the XML then looks cut off.
Outcome parse(const OpenDocument& open, const std::string& shown_name, const Grammar* grammar, Handler& handler, Diagnostics& diagnostics,
              std::size_t most_messages = 20);

/// A path of a format declaration, cut into its parts: `A/B`, `../../A`, `@a`, `../A/@b`.
struct ElementPath {
  std::size_t up = 0;                 ///< how many `..` it begins with
  std::vector<std::string> elements;  ///< names below that
  std::optional<std::string> attribute;
};

/// Nothing for any other text: empty parts, `..` behind a name, an attribute that is not last, or no name at all.
std::optional<ElementPath> parse_path(std::string_view text);

/// Appends `text` with & < > " escaped, and characters that XML 1.0 forbids dropped never: they return false and append nothing.
/// CR is written as a reference, in an attribute (`attribute`) LF and TAB too, so that a reader gets back exactly `text`. Bytes that are not UTF-8 are refused
/// too.
bool append_escaped(std::string& out, std::string_view text, bool attribute = false);

}  // namespace srgconv::xml
