// A transition as it was written.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "rules/syntax_expression.hpp"

namespace srgconv::rules::syntax {

/// `reason merger`, `month 2022-01`, `assessed on 2022-02-10`: `key` is `assessed on`, too.
struct Fact {
  Word key, value;
  Span span;
};

struct Sequence {
  Word number;
  std::optional<Word> replaces;
  Span span;
};

struct MonthSource {
  enum class Kind { header, file_name, snapshot };
  Kind kind = Kind::header;
  Word argument;  ///< the pattern or the day
  Span span;
};

/// `prefix = 'H'` behind `using ... with`
struct Argument {
  Word name;
  Expression value;
};

/// `old '0398' from 'a/*.csv' month from file name 'yyyymm' using a-provisions`; `role` is old, delivered or new.
struct Source {
  Word role, sender;
  std::vector<Word> files;
  std::optional<MonthSource> month;
  std::optional<Word> mapping;
  std::vector<Argument> arguments;
  Span span;
};

/// A step of an identity rule: new.id = ..., new.sender = ..., links from ..., or match.
struct Step {
  enum class Kind { rule, sender, links, match };
  Kind kind = Kind::match;
  bool after_else = false;
  std::optional<Expression> value, when;  ///< of rule and sender
  std::vector<Word> files;
  Word mapping;
  std::vector<Argument> arguments;
  Span span;
};

struct Identity {
  Word sender;
  std::vector<Step> steps;
  Span span;
  bool faulty = false;
};

/// `equal type, start`, `start within 3 days` or `evidence of 9 bits, ahead by 3 bits from 'weights.csv'`
struct Level {
  bool after_else = false;
  std::vector<Word> equal;
  std::optional<Word> days;
  std::optional<Word> bits, ahead, weights;  ///< of evidence
  Span span;
};

/// `within bsn`
struct WithinBsn {
  Span span;
};

using MatchLine = std::variant<WithinBsn, Level>;

struct Match {
  std::vector<MatchLine> lines;
  Span span;
  bool faulty = false;
};

struct Drop {
  Word sender, id, reason;
  Span span;
};

/// `gap '0398' 2021-11 to 2021-12 because '...'`; `statement` is gap or overlap.
struct Gap {
  Word statement, sender, first;
  std::optional<Word> last;
  Word reason;
  Span span;
};

struct Order {
  std::vector<Word> files;
  Word reason;
  Span span;
};

struct Require {
  Word metric, sign, limit;
  bool percent = false;
  Span span;
};

/// `continues '0363'`: an old sender that goes on after the transition.
struct Continues {
  Word sender;
  Span span;
};

/// `scope '0400' where old.id starts with 'G'`: the provisions of an old sender that the transition is about.
struct SenderScope {
  Word sender;
  Expression where;
  Span span;
};

/// `allow split type '40' into '40', '42' because '...'`; `way` is split or join. Without types: of every type.
struct Allow {
  Word way;
  std::vector<Word> types, into;
  Word reason;
  Span span;
};

/// `recoded type '22' to '29' because '...'`
struct Recoded {
  Word old_type, new_type, reason;
  Span span;
};

/// `history id = 'H' & old.id`
struct HistoryId {
  Expression value;
  std::optional<Expression> when;
  Span span;
};

/// `ties interchangeable because '...'`
struct Ties {
  Word reason;
  Span span;
};

using TransitionLine =
    std::variant<Fact, Sequence, Source, Identity, Match, Drop, Gap, Order, Require, Continues, SenderScope, Allow, Recoded, HistoryId, Ties>;

struct Transition {
  Word name;
  std::vector<TransitionLine> lines;
  Span span;
  bool faulty = false;
};

}  // namespace srgconv::rules::syntax
