// What expressions gave for texts that came before.
#include <algorithm>
#include <cstring>
#include <vector>

#include "rules/expression.hpp"

namespace srgconv::rules {
namespace {

using Kind = Expression::Kind;

// The one text on which an expression depends.
struct Input {
  enum class From { nothing, column, field, several };
  From from = From::nothing;
  std::size_t index = 0;  // of the column or the target field

  void add(Input other) {
    if (other.from == From::nothing) return;
    if (from == From::nothing) {
      *this = other;
    } else if (from != other.from || index != other.index) {
      from = From::several;
    }
  }
};

// Kinds that are not known here may look at anything: they count as several.
Input input_of(const Expression& node) {
  Input input;
  switch (node.kind) {
    case Kind::literal:
    case Kind::sender:
    case Kind::parameter:
    case Kind::month: break;
    case Kind::column: input = {Input::From::column, node.column}; break;
    case Kind::mapped: input = {Input::From::field, static_cast<std::size_t>(node.field)}; break;
    case Kind::attribute:
    case Kind::lookup:
    case Kind::choice:
    case Kind::call:
    case Kind::join:
    case Kind::shift:
    case Kind::sum:
    case Kind::product:
    case Kind::negative:
    case Kind::compare:
    case Kind::is_empty:
    case Kind::one_of:
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains:
    case Kind::matches:
    case Kind::negation:
    case Kind::conjunction:
    case Kind::disjunction: break;
    default: input.from = Input::From::several;
  }
  for (const Expression& operand : node.operands) input.add(input_of(operand));
  return input;
}

// A text of at most 15 bytes and its length, in two words.
struct Key {
  std::uint64_t low = 0, high = 0;

  static std::optional<Key> of(std::string_view text) {
    if (text.size() > 15) return std::nullopt;
    char bytes[16] = {};
    std::memcpy(bytes, text.data(), text.size());
    bytes[15] = static_cast<char>(text.size() + 1);  // no text has a key of zeros: that is a slot without one
    Key key;
    std::memcpy(&key.low, bytes, 8);
    std::memcpy(&key.high, bytes + 8, 8);
    return key;
  }
  std::size_t hash() const {
    // Folded between two multiplications: texts that differ in their last signs only must not meet.
    std::uint64_t mixed = (low ^ (high * 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
    mixed ^= mixed >> 32U;
    mixed *= 0xD6E8FEB86659FD93U;
    return static_cast<std::size_t>(mixed >> 40U);
  }
  bool operator==(const Key&) const = default;
};

// The texts of one expression: a table that grows while texts repeat too seldom to be found in it, and is given up when growing does not help.
class Texts {
 public:
  explicit Texts(const Expression& expression) : expression_(&expression), input_(input_of(expression)) {
    const bool alone = input_.from == Input::From::column || input_.from == Input::From::field;
    // A bare column or field costs less than the search for it.
    if (alone && expression.kind != Kind::column && expression.kind != Kind::mapped) slots_.resize(first_size);
  }

  const Expression* expression() const { return expression_; }

  Evaluated evaluate(const Scope& scope) {
    if (slots_.empty()) return rules::evaluate(*expression_, scope);
    const auto key = key_in(scope);
    if (!key) return rules::evaluate(*expression_, scope);
    Slot& slot = slots_[key->hash() & (slots_.size() - 1)];
    if (slot.key == *key) {
      ++found_;
      return slot.value;
    }
    Evaluated evaluated = rules::evaluate(*expression_, scope);
    if (const auto* value = std::get_if<Value>(&evaluated)) slot = {*key, *value};
    if (++missed_ == trial) judge();
    return evaluated;
  }

 private:
  struct Slot {
    Key key;
    Value value;
  };
  static constexpr std::size_t first_size = 256, last_size = 8192;
  static constexpr std::size_t trial = 512;

  std::optional<Key> key_in(const Scope& scope) const {
    if (input_.from == Input::From::column) return Key::of(scope.record->values[input_.index].text);
    const Value& value = (*scope.mapped)[input_.index];
    if (is_empty(value)) return Key::of({});
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::nullopt : Key::of(*text);
  }

  // After so many misses: were there at least three times as many hits?
  void judge() {
    const bool seldom = found_ < 3 * missed_;
    found_ = missed_ = 0;
    if (!seldom) return;
    const std::size_t size = slots_.size() < last_size ? slots_.size() * 8 : 0;
    slots_.clear();
    slots_.resize(std::min(size, last_size));
    slots_.shrink_to_fit();
  }

  const Expression* expression_;
  Input input_;
  std::vector<Slot> slots_;  // empty: every evaluation is made anew
  std::size_t found_ = 0, missed_ = 0;
};

}  // namespace

// Expressions are found by their address, in a table without collisions.
class Memory::Contents {
 public:
  Texts& of(const Expression& expression) {
    const std::uint32_t number = numbers_[slot_of(expression)];
    if (number < texts_.size() && texts_[number].expression() == &expression) return texts_[number];
    return add(expression);
  }

 private:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  std::size_t slot_of(const Expression& expression) const {
    const auto address = reinterpret_cast<std::uintptr_t>(&expression);
    return (address >> 4U ^ address >> 13U) & (numbers_.size() - 1);
  }

  Texts& add(const Expression& expression) {
    for (Texts& texts : texts_) {
      if (texts.expression() == &expression) return texts;  // found slowly: the table can grow no further
    }
    texts_.emplace_back(expression);
    while (!place_all() && numbers_.size() < 65536) numbers_.resize(numbers_.size() * 2);
    return texts_.back();
  }

  bool place_all() {
    std::fill(numbers_.begin(), numbers_.end(), none);
    for (std::uint32_t i = 0; i < texts_.size(); ++i) {
      std::uint32_t& number = numbers_[slot_of(*texts_[i].expression())];
      if (number != none) return false;
      number = i;
    }
    return true;
  }

  std::vector<Texts> texts_;
  std::vector<std::uint32_t> numbers_ = std::vector<std::uint32_t>(64, none);
};

Memory::Memory() : contents_(std::make_unique<Contents>()) {}
Memory::~Memory() = default;
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;

Evaluated Memory::evaluate(const Expression& expression, const Scope& scope) { return contents_->of(expression).evaluate(scope); }

}  // namespace srgconv::rules
