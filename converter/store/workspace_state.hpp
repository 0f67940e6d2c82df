// What a Workspace holds behind its header: the connection, its statements, and what is kept in memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/episode_folding.hpp"
#include "store/key_table.hpp"
#include "store/statements.hpp"
#include "store/store.hpp"

namespace srgconv::store {

/// SYS-003 about a workspace.
[[noreturn]] void throw_fault(const std::filesystem::path& path, const std::string& detail);

/// An open file. The database stands before its statements: they must end first.
struct Connection {
  Connection(const std::filesystem::path& path, int flags) : database(path.string(), flags), statements(database) {}
  SQLite::Database database;
  Statements statements;
};

/// Do rows come in the order in which they will be asked for? Then no query needs to sort them. The last one that came is kept to tell.
template <class Row>
class InOrder {
 public:
  void note(Row row) {
    in_order_ = in_order_ && (!last_ || *last_ < row);
    last_ = std::move(row);
  }
  bool holds() const { return in_order_; }

 private:
  std::optional<Row> last_;
  bool in_order_ = true;
};

/// What is kept in memory while the workspace is being filled.
struct Filling {
  explicit Filling(Statements& statements) : episodes(statements) {}
  KeyTable keys;
  EpisodeFolding episodes;
  std::unordered_map<std::string, std::uint32_t> word_numbers;
  std::int64_t rows = 0, reviews = 0, links = 0;
  InOrder<std::pair<bool, ProvisionKey>> fate_order;  // old side first
  InOrder<std::pair<ProvisionKey, ProvisionKey>> link_order;
  std::uint32_t sources = 0;
  std::optional<std::uint32_t> transition;  // begun last
  bool in_transaction = false;
};

struct Workspace::State {
  explicit State(std::filesystem::path file) : path(std::move(file)) {}

  std::filesystem::path path;
  std::optional<Connection> connection;
  std::optional<Filling> filling;                       // nothing: read only
  std::vector<Numbering> numberings;                    // by number, from 1
  std::vector<std::string> words;                       // by number, from 0
  bool fates_in_order = false, links_in_order = false;  // when read only: the tables are in order of key

  SQLite::Statement& prepared(const Sql& sql) { return connection->statements.prepared(sql); }

  /// What writing needs; SYS-003 when the workspace is read only.
  Filling& to_fill();
  std::uint32_t numbering_number(const Numbering& numbering);
  std::uint32_t word_number(const std::string& text);
  std::uint32_t provision_number(const ProvisionKey& key);  ///< adds it when it is not there
  std::uint32_t find_provision(const ProvisionKey& key);    ///< 0 when it is not there
  const Numbering& numbering(std::int64_t number) const;
  const std::string& word(std::int64_t number) const;
  /// What is still in memory goes to the file, so that queries see it.
  void write_out();
  [[noreturn]] void throw_damaged() const;

  /// Runs work on the database; a fault of it becomes SYS-003.
  template <class Work>
  auto guarded(Work&& work) const {
    try {
      return work();
    } catch (const SQLite::Exception& fault) {
      throw_fault(path, fault.what());
    }
  }
};

}  // namespace srgconv::store
