// The output folder: built beside itself under a lock, then swapped in as a whole.
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <system_error>
#include <utility>

#include "write/output_file.hpp"
#include "write/write.hpp"

namespace srgconv::write {
namespace {

namespace fs = std::filesystem;

void sync_path(const fs::path& path, int kind) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | kind);
  if (descriptor < 0) writing_failed(path, errno);
  const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;
  const int error = errno;
  ::close(descriptor);
  if (!synced) writing_failed(path, error);
}

void sync_tree(const fs::path& folder) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (entry->is_symlink()) continue;
    if (entry->is_directory()) sync_path(entry->path(), O_DIRECTORY);
    if (entry->is_regular_file()) sync_path(entry->path(), 0);
  }
  if (error) writing_failed(folder, error.value());
  sync_path(folder, O_DIRECTORY);
}

int exchange(const fs::path& a, const fs::path& b) {
  return ::syscall(SYS_renameat2, AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0 ? 0 : errno;
}

void rename_or_throw(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) writing_failed(to, errno);
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

void remove_or_throw(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (error) writing_failed(path, error.value());
}

// What an interruption has to clear away. The mutex is held while a folder is being swapped in, and for good once an interruption has begun.
struct Unfinished {
  std::mutex mutex;
  fs::path fresh, lock;
  bool swapped_in = false;
};

Unfinished& unfinished() {
  static Unfinished instance;
  return instance;
}

// `results/`, `.` and symbolic links end as the folder that is meant.
fs::path resolved(const fs::path& out) {
  std::error_code error;
  fs::path result = fs::weakly_canonical(fs::absolute(out), error);
  if (error) writing_failed(out, error.value());
  if (!result.has_filename()) result = result.parent_path();
  return result;
}

}  // namespace

OutputFolder::OutputFolder(const fs::path& out, bool force, Diagnostics& diagnostics) : out_(resolved(out)), shown_(out.generic_string()) {
  const fs::path parent = out_.parent_path();
  const std::string name = out_.filename().string();
  std::error_code error;
  fs::create_directories(parent, error);
  if (error) writing_failed(parent, error.value());
  fresh_ = parent / ("." + name + ".srgconv-new");
  old_ = parent / ("." + name + ".srgconv-old");
  lock_path_ = parent / ("." + name + ".srgconv-lock");
  if (!take_lock()) {
    diagnostics.add(finding("USE-012", {}, {{"folder", shown_}}));
    return;
  }
  // From here on a failure must let go of the lock: the destructor does not run for an object that never came to be.
  try {
    // A run that was killed between the two renames of a publication without exchange left the previous output under its other name.
    if (is_there(old_) && !is_there(out_)) rename_or_throw(old_, out_);
    if (!may_replace(force, diagnostics)) {
      release();
      return;
    }
    remove_or_throw(fresh_);
    remove_or_throw(old_);
    if (::mkdir(fresh_.c_str(), 0700) != 0) writing_failed(fresh_, errno);
    ready_ = true;
    const std::lock_guard guard(unfinished().mutex);
    unfinished().fresh = fresh_;
    unfinished().lock = lock_path_;
  } catch (...) {
    release();
    throw;
  }
}

OutputFolder::~OutputFolder() {
  if (ready_) {
    std::error_code ignored;
    fs::remove_all(fresh_, ignored);
  }
  release();
}

// The lock file is removed by its holder; one that was removed while we waited to open it is not the one others will see, so try again.
bool OutputFolder::take_lock() {
  while (true) {
    lock_ = ::open(lock_path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock_ < 0) writing_failed(lock_path_, errno);
    if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      ::close(std::exchange(lock_, -1));
      if (error == EWOULDBLOCK) return false;
      if (error == EINTR) continue;
      writing_failed(lock_path_, error);
    }
    struct stat held {
    }, named{};
    if (::fstat(lock_, &held) == 0 && ::stat(lock_path_.c_str(), &named) == 0 && held.st_ino == named.st_ino && held.st_dev == named.st_dev) return true;
    ::close(std::exchange(lock_, -1));
  }
}

void OutputFolder::release() {
  if (lock_ < 0) return;
  {
    const std::lock_guard guard(unfinished().mutex);
    unfinished().fresh.clear();
  }
  ::unlink(lock_path_.c_str());
  ::close(std::exchange(lock_, -1));
}

bool OutputFolder::may_replace(bool force, Diagnostics& diagnostics) {
  if (!is_there(out_)) return true;
  std::error_code error;
  const bool folder = fs::is_directory(out_, error);
  if (folder && fs::is_empty(out_, error) && !error) return true;
  const bool own = folder && fs::is_regular_file(out_ / "manifest.json", error);
  if (own && !force) {
    diagnostics.add(finding("USE-010", {}, {{"folder", shown_}}));
    return false;
  }
  if (own) {
    replaces_ = true;
    return true;
  }
  diagnostics.add(finding("USE-011", {}, {{"folder", shown_}}));
  return false;
}

void OutputFolder::publish() {
  sync_tree(fresh_);
  std::unique_lock guard(unfinished().mutex);
  fs::path previous;
  if (!replaces_) {
    rename_or_throw(fresh_, out_);  // fails, and destroys nothing, when something was put there meanwhile
  } else if (const int error = exchange(fresh_, out_); error == 0) {
    previous = fresh_;
  } else if (error == EINVAL || error == ENOSYS || error == ENOTSUP) {
    // This disk has no exchange: for a moment there is no OUT, and the next run puts the previous one back if this one ends there.
    rename_or_throw(out_, old_);
    previous = old_;
    rename_or_throw(fresh_, out_);
  } else {
    writing_failed(out_, error);
  }
  ready_ = false;
  unfinished().fresh.clear();
  unfinished().swapped_in = true;
  guard.unlock();
  sync_path(out_.parent_path(), O_DIRECTORY);
  std::error_code error;
  if (!previous.empty()) fs::remove_all(previous, error);
  release();
  if (error) throw BrokenWorld(finding("SYS-011", {}, {{"file", previous.filename().string()}, {"reason", error.message()}}));
}

bool abandon_output() {
  unfinished().mutex.lock();  // never unlocked: nothing may be swapped in from here on
  if (unfinished().swapped_in) {
    unfinished().mutex.unlock();
    return false;
  }
  if (unfinished().fresh.empty()) return true;
  std::error_code ignored;
  // The run may still be writing into the folder while it is being removed.
  for (int round = 0; round < 100 && fs::exists(unfinished().fresh, ignored); ++round) fs::remove_all(unfinished().fresh, ignored);
  ::unlink(unfinished().lock.c_str());
  return true;
}

}  // namespace srgconv::write
