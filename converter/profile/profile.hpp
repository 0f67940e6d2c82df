// What an export is made of, found without any declaration: its dialect with the evidence, and facts of its columns. Nothing here holds a personal value: what
// could be one is dropped while it is counted, so that renderings and drafts have none to give away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv::profile {

/// What a column is about, by the words of its header. `none`: the words are not known.
enum class Meaning {
  none,
  bsn,
  birth_date,
  person,   ///< a name or a part of one
  staff,    ///< somebody who works on it
  address,  ///< also telephone, e-mail, bank account
  remark,
  id,         ///< the registration number of a provision
  client,     ///< the number of a person
  programme,  ///< the number of a programme of a person
  type,
  start,
  end,
  goal,
  work_capacity,
  wage_value,
  wage_sign,
  budget,
  status,
  sender,
  month,
  old_id,
  new_id,
  old_sender,
  new_sender,
  amount,
  other_code,
};

/// What a column looks like, by its values and its meaning.
enum class Kind { empty, bsn, birth_date, person, free_text, date, sender, key, code, number, other };

/// Why the values of a column are not shown.
enum class Withheld { nothing, bsn, birth_date, person, free_text, key, sender_or_number, many, unsure, few };

struct Pattern {
  std::string text;  ///< `9{9}`, `99-99-9999`, `AAA`: digits 9, letters a and A, runs longer than four with their length
  std::uint64_t count = 0;
};

/// A value that stands in at least five rows. Without a count: at least five, hidden so that those of rarer values cannot be computed.
struct ShownCode {
  std::string value;
  std::optional<std::uint64_t> count;
};

/// A share of the rows without a number: together with the counts of codes a number would give hidden ones away.
enum class Share { none, some, most, all };

/// How many values of a column are codes of a list of the pack, and how many are such codes or words that are known to mean one.
struct ListShare {
  std::string list;
  Share codes = Share::none, known = Share::none;
};

struct DateFacts {
  std::string pattern;  ///< as rules write it: `dd-mm-yyyy`
  bool month = false;   ///< a pattern without a day
  bool with_time = false;
  std::uint64_t read = 0, incomplete = 0, impossible = 0;
  /// From the fifth earliest to the fifth latest date, as months; nothing for fewer than ten dates, and where they may be birth dates.
  std::optional<std::pair<ReportMonth, ReportMonth>> range;
};

struct NumberFacts {
  char point = '.';
  bool whole = true;
  std::uint64_t read = 0;
  std::optional<std::pair<Decimal, Decimal>> range;  ///< from the fifth lowest to the fifth highest; only where the header says that it is an amount
};

/// Letters of the values.
enum class LetterCase { none, upper, lower, mixed };

struct Column {
  std::string name;  ///< the header's text; XML: the path
  Meaning meaning = Meaning::none;
  Kind kind = Kind::other;
  Withheld withheld = Withheld::nothing;
  std::uint64_t filled = 0;
  bool fill_at_least = false;  ///< `filled` is a lower bound: the exact number would give hidden counts away
  std::uint64_t distinct = 0;
  bool distinct_at_least = false;
  bool unique = false;  ///< no value stands in two rows, and nearly every row has one
  std::size_t shortest = 0, longest = 0;
  std::vector<Pattern> patterns;  ///< of five rows and more, the most frequent ones
  std::uint64_t other_patterns = 0;
  std::uint64_t eleven_shaped = 0, eleven_passed = 0;  ///< values of eight or nine digits, and those that pass the 11-test
  std::uint64_t odd_bsns = 0;                          ///< of these, values that are not simply nine digits
  std::optional<DateFacts> dates;
  std::optional<NumberFacts> numbers;
  std::vector<ShownCode> codes;  ///< those with a count first, the most frequent one first; then the others, by value
  std::uint64_t rare_codes = 0;  ///< how many different values stand in fewer than five rows
  LetterCase letter_case = LetterCase::none;
  std::optional<ListShare> list;
  std::uint64_t senders = 0;  ///< values that are codes of senders
};

struct SeparatorEvidence {
  char sign = ';';
  std::size_t columns = 1;
  std::uint64_t agreeing = 0, lines = 0;
};

enum class HeaderEvidence { known_words, unlike_rows, row_like_others, personal, unsure };

struct CsvDialect {
  TextEncoding encoding = TextEncoding::utf_8;
  read::TextLook::Evidence encoding_evidence = read::TextLook::Evidence::ascii_only;
  std::uint64_t encoding_count = 0;
  bool encoding_alternatives = false;
  char separator = ';';
  std::vector<SeparatorEvidence> separators;  ///< the best first
  bool sampled = false;                       ///< the evidence is that of the first lines
  std::uint64_t quoted = 0;                   ///< cells in quotes
  std::size_t preamble_lines = 0;
  std::size_t header_lines = 0;  ///< 0 or 1
  HeaderEvidence header_evidence = HeaderEvidence::unsure;
  std::size_t header_count = 0;  ///< known words, or columns of which the rows look otherwise
  bool nameless_last = false;    ///< every line ends with a separator
};

struct XmlPath {
  std::string path;  ///< from the root element on; in the order of a tree, an element before what it holds
  std::uint64_t count = 0, filled = 0;
  bool repeated = false;  ///< occurs more than once in one parent
  bool leaf = false;
};

struct XmlShape {
  std::string root, namespace_uri;
  bool qualified = true;
  std::string record_path;  ///< below the root; empty: no repeated element was found
  std::uint64_t records = 0, documents_without_records = 0;
  std::vector<XmlPath> paths;
  bool more_paths = false;
  std::vector<std::string> left_out;  ///< paths that no field can have: repeated within a record
};

/// Files that are made alike.
struct Layout {
  std::vector<std::string> files;
  std::optional<CsvDialect> csv;
  std::optional<XmlShape> xml;
  std::shared_ptr<const rules::Format> format;  ///< by which the records were read; null when there are none
  std::uint64_t rows = 0, faulty_rows = 0;
  std::vector<Column> columns;                                   ///< one per field of the format
  std::vector<std::pair<std::size_t, std::size_t>> keys_of_two;  ///< columns that are unique together, the likeliest first
  std::optional<std::string> pack_format;                        ///< XML: the format of the pack that has this root
};

struct Profile {
  std::vector<Layout> layouts;
};

/// Reads the files twice (three times where no column is a key by itself). Memory does not grow with the number of rows. PROF-0xx for files that are no text,
/// and for records that cannot be read.
Profile profile_files(const std::vector<read::InputFile>& files, const pack::Pack* pack, Diagnostics& diagnostics);

/// A rule file for a layout: format, code tables and mapping with what is obvious filled in, and what is not as questions (`# VRAAG: ...`). In the canonical
/// layout, and right by `rules check`. `name` begins the names of everything that it declares. The layout must have a format.
std::string draft_rules(const Layout& layout, const pack::Pack& pack, const std::string& name, Language language);

/// The name of an encoding as rules write it.
std::string_view encoding_name(TextEncoding encoding);

}  // namespace srgconv::profile
