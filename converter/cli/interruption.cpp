// Ends the program on a signal, or on a fault, so that nothing half done stays behind.
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "cli/cli.hpp"
#include "cli/command.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

void show(const Diagnostic& diagnostic) {
  Diagnostics texts;
  // Both languages: what happened may have happened before the language was known.
  const std::string text = render(diagnostic, texts, Language::nl) + render(diagnostic, texts, Language::en);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

int report_broken_world(const BrokenWorld& failure) {
  show(failure.diagnostic());
  return static_cast<int>(ExitCode::not_assessed);
}

int report_unforeseen_fault() {
  show({"SYS-005", {}, {}, {}, {}});
  return static_cast<int>(ExitCode::not_assessed);
}

void handle_interruptions() {
  // A write past a file size limit then fails with an error that is reported, like a full disk; a closed pipe likewise.
  signal(SIGXFSZ, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  static sigset_t signals;
  sigemptyset(&signals);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals, number);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // threads started from here on inherit it; one waits for the signals
  std::thread([] {
    int number = 0;
    sigwait(&signals, &number);
    if (!write::abandon_output()) return;
    show({"SYS-004", {}, {}, {}, {}});
    _exit(static_cast<int>(ExitCode::not_assessed));
  }).detach();
}

}  // namespace srgconv::cli
