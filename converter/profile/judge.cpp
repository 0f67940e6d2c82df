// What may be told of a column. The rule is: nothing, unless everything speaks for its being harmless.
#include <algorithm>
#include <cctype>

#include "domain/identifiers.hpp"
#include "profile/census.hpp"
#include "profile/suppress.hpp"
#include "profile/vocabulary.hpp"

namespace srgconv::profile {
namespace {

constexpr std::size_t most_patterns_shown = 6;
constexpr std::size_t longest_shown = 40, longest_number = 5;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// At least `percent` of them, and at least one.
bool at_least(std::uint64_t part, std::uint64_t whole, std::uint64_t percent) { return part > 0 && part * 100 >= whole * percent; }

bool has_long_number(std::string_view value) {
  std::size_t run = 0;
  for (const char c : value) {
    run = is_digit(c) ? run + 1 : 0;
    if (run > longest_number) return true;
  }
  return std::count_if(value.begin(), value.end(), is_digit) > 7;
}

// `1961`: perhaps the year in which somebody was born.
bool is_year(std::string_view value) {
  return value.size() == 4 && std::all_of(value.begin(), value.end(), is_digit) && (value.starts_with("19") || value.starts_with("200"));
}

// Never shown, whatever the column is called.
bool may_be_personal(std::string_view value) {
  return value.size() > longest_shown || has_long_number(value) || mask_personal(value) != value || value.find('@') != std::string_view::npos ||
         name_like(value) == NameLike::strong;
}

// Of a column with a header nobody knows: surely no name.
bool is_plainly_a_code(std::string_view value) {
  if (is_year(value)) return false;
  const auto letters = std::count_if(value.begin(), value.end(),
                                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; });
  const bool digits = std::any_of(value.begin(), value.end(), is_digit);
  return letters <= 2 || (digits && letters <= 6) || is_ordinary_word(squeezed(value));
}

bool is_code_meaning(Meaning meaning) {
  switch (meaning) {
    case Meaning::type:
    case Meaning::goal:
    case Meaning::work_capacity:
    case Meaning::wage_sign:
    case Meaning::budget:
    case Meaning::status:
    case Meaning::sender:
    case Meaning::old_sender:
    case Meaning::new_sender:
    case Meaning::other_code: return true;
    default: return false;
  }
}

bool is_key_meaning(Meaning meaning) {
  return meaning == Meaning::id || meaning == Meaning::client || meaning == Meaning::programme || meaning == Meaning::old_id || meaning == Meaning::new_id;
}

class Judge {
 public:
  Judge(const std::string& name, const ColumnCensus& census, std::uint64_t rows, const pack::Pack* pack) : census_(census), rows_(rows), pack_(pack) {
    column_.name = name;
    column_.meaning = meaning_of(name);
  }

  Column take() {
    column_.filled = census_.filled;
    column_.distinct = census_.distinct.count();
    column_.distinct_at_least = !census_.distinct.exact();
    column_.unique = rows_ > 1 && census_.filled * 10 >= rows_ * 9 && census_.distinct.exact() && column_.distinct == census_.filled;
    column_.shortest = census_.shortest;
    column_.longest = census_.longest;
    column_.eleven_shaped = census_.eleven_shaped;
    column_.eleven_passed = census_.eleven_passed;
    column_.odd_bsns = census_.odd_bsns;
    column_.senders = census_.senders;
    column_.kind = kind();
    letters();
    facts();
    return std::move(column_);
  }

 private:
  void withhold(Withheld why) { column_.withheld = why; }

  Kind kind() {
    const std::uint64_t filled = census_.filled;
    if (filled == 0) return Kind::empty;
    if (column_.meaning == Meaning::bsn || (at_least(census_.eleven_shaped, filled, 50) && at_least(census_.eleven_passed, census_.eleven_shaped, 40)))
      return withheld(Kind::bsn, Withheld::bsn);
    switch (column_.meaning) {
      case Meaning::birth_date: return find_dates(), withheld(Kind::birth_date, Withheld::birth_date);
      case Meaning::person:
      case Meaning::staff:
      case Meaning::address: return withheld(Kind::person, Withheld::person);
      case Meaning::remark: return withheld(Kind::free_text, Withheld::free_text);
      default: break;
    }
    if (find_dates()) {
      const bool known = column_.meaning == Meaning::start || column_.meaning == Meaning::end || column_.meaning == Meaning::month;
      if (perhaps_birth_ && !known) return withheld(Kind::birth_date, Withheld::birth_date);
      return Kind::date;
    }
    column_.dates.reset();
    if (at_least(census_.contacts, filled, 20)) return withheld(Kind::person, Withheld::person);
    const bool code_header = is_code_meaning(column_.meaning);
    if (at_least(census_.strong_names, filled, code_header ? 10 : 1) || (!code_header && at_least(census_.weak_names, filled, 40)))
      return withheld(Kind::person, Withheld::person);
    if (is_key_meaning(column_.meaning)) return withheld(Kind::key, Withheld::key);
    if (column_.meaning == Meaning::wage_value || column_.meaning == Meaning::amount) {
      if (numbers()) return withheld(Kind::number, Withheld::sender_or_number);
    }
    // Without a word in the header numbers of four digits are codes of senders only where they repeat.
    if (at_least(census_.senders, filled, 80) && (code_header || (column_.meaning == Meaning::none && column_.distinct * 3 <= filled))) {
      codes(true);
      return Kind::sender;
    }
    if (column_.unique && !code_header && column_.meaning != Meaning::amount) return withheld(Kind::key, Withheld::key);
    if (!code_header && (at_least(census_.several_words, filled, 20) || census_.longest > 60)) return withheld(Kind::free_text, Withheld::free_text);
    if (census_.too_many_values) return withheld(code_header ? Kind::code : Kind::other, Withheld::many);
    lists();
    const bool listed = column_.list && (column_.list->known == Share::most || column_.list->known == Share::all);
    if (code_header || listed) {
      codes(true);
      return Kind::code;
    }
    if (column_.distinct * 3 > filled) return numbers() ? withheld(Kind::number, Withheld::sender_or_number) : withheld(Kind::other, Withheld::many);
    codes(false);
    return Kind::code;
  }

  Kind withheld(Kind kind, Withheld why) {
    withhold(why);
    return kind;
  }

  // The pattern that reads most of the column; false when it does not read nearly all.
  bool find_dates() {
    const auto& counts = census_.dates();
    std::size_t best = 0;
    for (std::size_t i = 1; i < counts.size(); ++i) {
      if (counts[i].read > counts[best].read) best = i;
    }
    const DateCount& count = counts[best];
    if (!at_least(count.read, census_.filled, 80)) return false;
    const DatePattern& pattern = ColumnCensus::date_patterns()[best];
    // Any number of six digits may be read as a month.
    if (pattern.text() == "yyyymm" && column_.meaning != Meaning::month) return false;
    perhaps_birth_ = at_least(count.perhaps_birth, count.read, 10);
    DateFacts facts{pattern.text(), pattern.is_month(), count.with_time > 0, count.read, count.incomplete, count.impossible, {}};
    if (const auto range = count.ends.range(); range && !perhaps_birth_ && column_.meaning != Meaning::birth_date)
      facts.range =
          std::pair(*ReportMonth::from_parts(range->first / 12, range->first % 12 + 1), *ReportMonth::from_parts(range->second / 12, range->second % 12 + 1));
    column_.dates = std::move(facts);
    return true;
  }

  bool numbers() {
    const bool comma = census_.comma_numbers > census_.point_numbers;
    const std::uint64_t read = std::max(census_.comma_numbers, census_.point_numbers);
    if (!at_least(read, census_.filled, 80)) return false;
    NumberFacts facts{comma ? ',' : '.', census_.whole_numbers == read, read, {}};
    const auto range = comma ? census_.comma_ends.range() : census_.point_ends.range();
    if (range && (column_.meaning == Meaning::wage_value || column_.meaning == Meaning::amount))
      facts.range = std::pair(Decimal::from_units(range->first), Decimal::from_units(range->second));
    column_.numbers = facts;
    return true;
  }

  Share share_of(std::uint64_t part) const {
    return part == 0 ? Share::none : part == census_.filled ? Share::all : at_least(part, census_.filled, 60) ? Share::most : Share::some;
  }

  // Of the lists that mappings fill: the one that most values belong to.
  void lists() {
    if (pack_ == nullptr) return;
    for (const char* name : {"type", "goal", "work_capacity"}) {
      const CodeList* list = pack_->codes.find(name);
      if (list == nullptr) continue;
      std::uint64_t codes = 0, words = 0;
      for (const auto& [value, count] : census_.values) {
        if (list->find(value) != nullptr)
          codes += count;
        else if (proposal_for(*list, value))
          words += count;
      }
      const bool meant = (column_.meaning == Meaning::type && list->name() == "type") || (column_.meaning == Meaning::goal && list->name() == "goal") ||
                         (column_.meaning == Meaning::work_capacity && list->name() == "work_capacity");
      // Without a word in the header only types can be told: the other lists are too short not to be met by chance.
      const bool told = list->name() == "type" && column_.meaning == Meaning::none && column_.distinct >= 3;
      if (codes + words > 0 && (meant || told)) column_.list = ListShare{name, share_of(codes), share_of(codes + words)};
      if (meant) return;
    }
  }

  // `trusted`: the header, or what stands in the column, says that these are codes.
  void codes(bool trusted) {
    if (census_.too_many_values) return withhold(Withheld::many);
    std::map<std::string, std::uint64_t> counts;
    std::uint64_t frequent = 0;
    for (const auto& [value, count] : census_.values) {
      counts.emplace(value, count);
      if (count < smallest_shown) continue;
      ++frequent;
      if (may_be_personal(value) || (!trusted && !is_plainly_a_code(value))) return withhold(Withheld::unsure);
    }
    if (frequent == 0) {
      column_.rare_codes = counts.size();
      return withhold(Withheld::few);
    }
    SafeCounts safe = safe_counts(counts);
    column_.codes = std::move(safe.codes);
    column_.rare_codes = safe.rare;
    if (safe.hide_fill) {
      column_.filled = safe.at_least;
      column_.fill_at_least = true;
    }
  }

  void letters() {
    if (census_.with_letters == 0) return;
    column_.letter_case = at_least(census_.upper, census_.with_letters, 95)   ? LetterCase::upper
                          : at_least(census_.lower, census_.with_letters, 95) ? LetterCase::lower
                                                                              : LetterCase::mixed;
  }

  // Patterns say nothing of codes that are shown, and would give their hidden counts away; of names and free text they say nothing of use.
  void facts() {
    const bool unsure = column_.withheld == Withheld::unsure || column_.kind == Kind::person || column_.kind == Kind::free_text;
    if (!column_.codes.empty() || unsure) return;
    std::vector<Pattern> frequent;
    std::uint64_t shown = 0;
    for (const auto& [text, count] : census_.patterns) {
      if (count >= smallest_shown) frequent.push_back({text, count});
    }
    std::stable_sort(frequent.begin(), frequent.end(), [](const Pattern& a, const Pattern& b) { return a.count > b.count; });
    if (frequent.size() > most_patterns_shown) frequent.resize(most_patterns_shown);
    for (const Pattern& each : frequent) shown += each.count;
    column_.patterns = std::move(frequent);
    column_.other_patterns = census_.filled - shown;
  }

  const ColumnCensus& census_;
  std::uint64_t rows_;
  const pack::Pack* pack_;
  Column column_;
  bool perhaps_birth_ = false;
};

}  // namespace

Column judge(const std::string& name, const ColumnCensus& census, std::uint64_t rows, const pack::Pack* pack) { return Judge(name, census, rows, pack).take(); }

}  // namespace srgconv::profile
