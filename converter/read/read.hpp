// Reads CSV, fixed width, XML and XLSX files record by record, as a format declares them. Values stay raw; every one has its place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/source_record.hpp"
#include "domain/source_row.hpp"
#include "rules/rules.hpp"

namespace srgconv::read {

/// How a file is packed.
enum class Packing { none, gzip, zip };

/// A file to read, and the name under which messages and lists show it (relative to the case folder). A packed one is read as what is packed in it.
struct InputFile {
  std::filesystem::path path;
  std::string name;  ///< of a member of a zip file: `map/export.zip/202201.csv`
  Packing packing = Packing::none;
  std::string member;          ///< in a zip file: which member
  std::string container_name;  ///< in a zip file: the name of that file
};

/// What a source may name, `name` counted from `folder`: a file, packed or not; a folder, for the files in it that fit the kind; a zip file, for its
/// members that fit; or members of a zip file, `export.zip/2022*.csv`, in which `*` and `?` may stand. In the order of their names. Nothing, with
/// diagnostics, when there are none or an archive is not readable. A folder's or archive's other files are a warning. `place` is the statement that
/// names the source. That a file exists is not looked at.
std::optional<std::vector<InputFile>> find_inputs(const std::filesystem::path& folder, const std::string& name, rules::FormatKind kind, const SourceSpan& place,
                                                  Diagnostics& diagnostics);

/// Does a name fit a pattern? `*` is any run of characters, `?` one byte.
bool fits_pattern(std::string_view pattern, std::string_view name);

/// A bound for the bytes of a file as it is read, unpacked; of a packed file a likely one.
std::uintmax_t likely_size(const InputFile& file);

/// The header fields of an XML document, in the order of `Format::header`. Computed counts are absent here.
struct Header {
  std::vector<RawValue> values;
};

/// Receives records one at a time; a record lives only during the call.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void record(const SourceRecord& record) = 0;
  /// A record that is a row of a large CSV file, as it lies there. Who does not look at it as such gets it as a record.
  virtual void row(SourceRow& row) {
    copy_row(row, copied_);
    record(copied_);
  }
  /// A row that cannot be a record (too few or too many columns): counted, rejected with READ-1xx or READ-4xx, never lost.
  virtual void faulty(const SourceRecord& record, Diagnostic why) = 0;

 private:
  SourceRecord copied_;
};

/// Sinks for a file that is read in pieces by several threads.
class PieceSinks {
 public:
  virtual ~PieceSinks() = default;
  /// A sink for a piece of the file, used by one thread at a time. Called by any thread, by several at once.
  virtual std::unique_ptr<RecordSink> open() = 0;
  /// The piece has been read. Called on the thread of read_in_pieces(), in the order of the file.
  virtual void close(std::unique_ptr<RecordSink> piece) = 0;
};

struct Result {
  bool complete = false;                        ///< false: an error made the file unusable as a whole; diagnostics say why
  std::uint64_t records = 0;                    ///< records and faulty rows handed over
  std::uint64_t documents_without_records = 0;  ///< 1 for a valid XML document without a record (SuwiML NietsGevonden)
};

/// Reads the header fields of an XML document and stops as soon as all have been seen or the first record begins (the whole document when
/// header fields may come later). CSV gives an empty header. Nothing, with diagnostics, when the file cannot be read.
std::optional<Header> read_header(const InputFile& file, const rules::Format& format, Diagnostics& diagnostics);

/// Reads all records. A record is handed over when the outermost enclosing element that one of its fields refers to has ended, so that values
/// which come after it are known (SuwiML: the source after the provisions). Order is that of the document. Bytes that cannot be decoded,
/// a missing column, an empty file, XML that is not well-formed or not valid make the file unusable.
///
/// A workbook's record has its sheet as path and its row as line. CSV, archives and workbooks READ-1xx, XML READ-2xx, fixed width READ-4xx, files READ-0xx.
/// `codes` is needed where the header of an XML document counts records by a role (`count(record where relation = 'same')`): without it such a count
/// cannot be verified, which makes the file unusable (READ-237).
Result read_records(const InputFile& file, const rules::Format& format, RecordSink& sink, Diagnostics& diagnostics, const CodeLists* codes = nullptr);

/// Text decoding, used by the readers of CSV and fixed width files and by the readers of code tables: bytes -> UTF-8 without BOM.
/// A BOM that contradicts the declared encoding, and bytes that the encoding does not have, are READ-11x with line and column; nothing is returned.
std::optional<std::string> decode(std::string_view bytes, TextEncoding encoding, const std::string& shown_name, Diagnostics& diagnostics);

/// What the bytes of a file say about its encoding, and its first lines as text. Found by looking at every byte, a block at a time.
struct TextLook {
  enum class Evidence { mark, zero_bytes, ascii_only, utf_8_sequences, windows_only_bytes, euro_sign, one_byte_letters };
  TextEncoding encoding = TextEncoding::utf_8;
  Evidence evidence = Evidence::ascii_only;
  std::uint64_t count = 0;    ///< how often the evidence was seen: characters beyond ASCII, or bytes
  bool alternatives = false;  ///< windows-1252 and iso-8859-15 give the same text
  bool is_text = false;       ///< false: bytes that none of the encodings has (a spreadsheet, a zip file); then there is no sample
  bool is_zip = false;        ///< begins as zip files do, XLSX among them
  std::string sample;         ///< whole lines from the beginning, UTF-8 without a mark
  bool whole = false;         ///< the sample is the whole file
};
/// Nothing, with READ-001 or READ-002, when the file cannot be read.
std::optional<TextLook> look_at_text(const InputFile& file, Diagnostics& diagnostics);

/// A row of a text as a separator cuts it.
struct CutRow {
  std::uint32_t line = 0;
  std::vector<std::string> cells;
  bool faulty = false;  ///< a quote in a place that leaves open what was meant
};
/// The first rows of a text, `most` of them; a quote that is never closed ends them.
std::vector<CutRow> cut_rows(std::string_view text, char separator, std::size_t most);

/// The rows of a table that people filled in, as whatever program saved it: text in any of the known encodings, cut by `;`, `,` or a tab, or a workbook, of
/// which the sheet with this name counts when there is one, else the first; dates in a workbook are written yyyy-mm-dd. Nothing, with diagnostics, when the
/// file cannot be read as a whole.
std::optional<std::vector<CutRow>> read_filled_in(const InputFile& file, std::string_view sheet, Diagnostics& diagnostics);
/// The same row by row, so that a table of any size takes the memory of one row. False, with diagnostics, when the file cannot be read as a whole: what was
/// visited by then does not count.
bool for_each_filled_in(const InputFile& file, std::string_view sheet, const std::function<void(const CutRow&)>& visit, Diagnostics& diagnostics);

/// The bytes of a file, unpacked; READ-001 (missing), READ-002 (a folder, or not readable) and what archives may have wrong when there are none.
std::optional<std::string> read_bytes(const InputFile& file, Diagnostics& diagnostics);

/// As read_records(), with the rows of a large CSV or fixed width file given to several sinks on `threads` threads; every other file is one piece.
Result read_in_pieces(const InputFile& file, const rules::Format& format, unsigned threads, PieceSinks& sinks, Diagnostics& diagnostics,
                      const CodeLists* codes = nullptr);

/// The SHA-256 of a file, as 64 hexadecimal digits; nothing when it cannot be read.
std::optional<std::string> sha256_of(const std::filesystem::path& path);

}  // namespace srgconv::read
