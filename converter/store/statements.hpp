// Prepared statements of a workspace: prepared once, bound left to right, reset after use.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

namespace srgconv::store {

/// The text of a statement. It stands at namespace scope, and its address names the prepared statement.
class Sql {
 public:
  explicit Sql(std::string text) : text_(std::move(text)) {}
  Sql(const Sql&) = delete;
  Sql& operator=(const Sql&) = delete;
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// One execution of a prepared statement. Every parameter is bound each time: a reset keeps bindings, so one left out would repeat the last row's value.
/// Texts are not copied: they live until `run` or the last `next`.
class Execution {
 public:
  explicit Execution(SQLite::Statement& statement) : statement_(statement) {}
  ~Execution() { statement_.tryReset(); }
  Execution(const Execution&) = delete;
  Execution& operator=(const Execution&) = delete;

  Execution& number(std::int64_t value) {
    statement_.bind(++bound_, value);
    return *this;
  }
  Execution& number_or_null(std::optional<std::int64_t> value) {
    if (value) return number(*value);
    statement_.bind(++bound_);
    return *this;
  }
  Execution& text(const std::string& value) {
    statement_.bindNoCopy(++bound_, value);
    return *this;
  }

  void run() {
    assert(bound_ == statement_.getBindParameterCount());
    statement_.exec();
  }
  bool next() {
    assert(bound_ == statement_.getBindParameterCount());
    return statement_.executeStep();
  }

  std::int64_t number_at(int column) const { return statement_.getColumn(column).getInt64(); }
  std::uint32_t index_at(int column) const { return static_cast<std::uint32_t>(number_at(column)); }
  std::optional<std::int64_t> number_or_null_at(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getInt64());
  }
  std::string text_at(int column) const { return statement_.getColumn(column).getString(); }

 private:
  SQLite::Statement& statement_;
  int bound_ = 0;
};

class Statements {
 public:
  explicit Statements(SQLite::Database& database) : database_(database) {}

  SQLite::Statement& prepared(const Sql& sql) {
    const auto found = prepared_.find(&sql);
    if (found != prepared_.end()) return found->second;
    return prepared_.emplace(&sql, SQLite::Statement(database_, sql.text())).first->second;
  }

 private:
  SQLite::Database& database_;
  std::unordered_map<const Sql*, SQLite::Statement> prepared_;
};

}  // namespace srgconv::store
