// The life of a workspace's file: made for its owner alone, filled in one go, finished, opened again read only.
#include <cerrno>
#include <memory>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/month_number.hpp"
#include "store/schema.hpp"
#include "store/workspace_state.hpp"

namespace srgconv::store {
namespace {

// The bytes depend on the page size; what a page no longer uses is zeroed. The file is built beside its final place and swapped in when it is whole, so it
// needs no journal on disk; `finish` syncs it. References are checked by `finish` for all rows at once: checking them row by row took a third of the time.
constexpr const char* settings_for_filling =
    "PRAGMA page_size = 8192; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; "
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON; PRAGMA cache_size = -32000;";
constexpr const char* settings_for_reading = "PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;";

// Properties: the rows of these tables stand in order of key.
constexpr const char* fates_in_order = "fates in order";
constexpr const char* links_in_order = "links in order";

const Sql select_numberings("SELECT sender, first_month FROM numbering ORDER BY id");
const Sql select_words("SELECT text FROM word ORDER BY id");

std::string error_text(int number) { return std::generic_category().message(number); }

// An empty file that only its owner can read, before anything stands in it. What was there goes.
void make_private_file(const std::filesystem::path& path) {
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) throw_fault(path, error_text(errno));
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (file < 0) throw_fault(path, error_text(errno));
  const bool done = ::fchmod(file, S_IRUSR | S_IWUSR) == 0;
  const int fault = errno;
  ::close(file);
  if (!done) throw_fault(path, error_text(fault));
}

void sync_file(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw_fault(path, error_text(errno));
  const bool done = ::fsync(file) == 0;
  const int fault = errno;
  ::close(file);
  if (!done) throw_fault(path, error_text(fault));
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
  return result + "'";
}

// Sorting for an index spills to a file that is gone when it is closed; personal data must not stand on another disk even so.
void sort_beside(const std::filesystem::path& path, SQLite::Database& database) {
  const std::filesystem::path folder = path.parent_path();
  database.exec("PRAGMA temp_store_directory = " + quoted(folder.empty() ? "." : folder.string()));
}

void load_names(Connection& connection, std::vector<Numbering>& numberings, std::vector<std::string>& words) {
  Execution numbering(connection.statements.prepared(select_numberings));
  while (numbering.next()) {
    const auto sender = SenderCode::parse(numbering.text_at(0));
    const auto month = numbering.number_or_null_at(1);
    numberings.push_back({sender.value_or(SenderCode{}), month ? month_of_number(*month) : std::nullopt});
  }
  Execution word(connection.statements.prepared(select_words));
  while (word.next()) words.push_back(word.text_at(0));
}

}  // namespace

void throw_fault(const std::filesystem::path& path, const std::string& detail) {
  const std::string name = path.filename().string();
  throw BrokenWorld({.code = "SYS-003", .primary = {.file = name}, .arguments = {{"file", name}, {"detail", detail}}});
}

void Workspace::State::throw_damaged() const { throw_fault(path, "database disk image is malformed"); }

Workspace::Workspace(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

Workspace Workspace::create(const std::filesystem::path& path) {
  auto state = std::make_unique<State>(path);
  make_private_file(path);
  state->guarded([&] {
    SQLite::Database& database = state->connection.emplace(path, SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX).database;
    sort_beside(path, database);
    database.exec(settings_for_filling);
    database.exec(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", application_id, schema_version));
    database.exec(fmt::format("BEGIN; {} COMMIT;", schema));
    state->filling.emplace(state->connection->statements);
  });
  return Workspace(std::move(state));
}

std::optional<Workspace> Workspace::open(const std::filesystem::path& path, Diagnostics& diagnostics) {
  auto state = std::make_unique<State>(path);
  bool is_workspace = false;
  std::error_code no_matter;
  if (std::filesystem::is_regular_file(path, no_matter)) {
    try {
      SQLite::Database& database = state->connection.emplace(path, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX).database;
      is_workspace =
          database.execAndGet("PRAGMA application_id").getInt() == application_id && database.execAndGet("PRAGMA user_version").getInt() == schema_version;
    } catch (const SQLite::Exception& fault) {
      // No database: the user named the wrong file. Anything else is a fault of the machine.
      if (fault.getErrorCode() != SQLITE_NOTADB) throw_fault(path, fault.what());
    }
  }
  if (!is_workspace) {
    const std::string name = path.filename().string();
    diagnostics.add({.code = "SYS-002", .primary = {.file = name}, .arguments = {{"file", name}, {"expected", std::to_string(schema_version)}}});
    return std::nullopt;
  }
  state->guarded([&] {
    state->connection->database.exec(settings_for_reading);
    load_names(*state->connection, state->numberings, state->words);
  });
  Workspace workspace(std::move(state));
  workspace.state_->fates_in_order = workspace.property(fates_in_order).has_value();
  workspace.state_->links_in_order = workspace.property(links_in_order).has_value();
  return workspace;
}

void Workspace::begin() {
  state_->guarded([&] {
    state_->connection->database.exec("BEGIN");
    state_->to_fill().in_transaction = true;
  });
}

void Workspace::commit() {
  state_->guarded([&] {
    state_->write_out();
    state_->to_fill().episodes.forget();
    state_->connection->database.exec("COMMIT");
    state_->to_fill().in_transaction = false;
  });
}

void Workspace::finish() {
  State& state = *state_;
  if (!state.filling) return;
  state.guarded([&] {
    if (state.filling->in_transaction)
      commit();
    else
      state.write_out();
    SQLite::Database& database = state.connection->database;
    database.exec(fmt::format("BEGIN; {} COMMIT;", indices));
    {
      SQLite::Statement check(database, "PRAGMA foreign_key_check");
      if (check.executeStep()) throw_fault(state.path, "a row refers to one that is not there (" + check.getColumn(0).getString() + ")");
    }
    state.filling.reset();
    state.connection.reset();
    sync_file(state.path);
    state.connection.emplace(state.path, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX).database.exec(settings_for_reading);
  });
}

}  // namespace srgconv::store
