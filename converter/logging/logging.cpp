#include "logging/logging.hpp"

#include <memory>

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include "domain/identifiers.hpp"

namespace srgconv::log {
namespace {

spdlog::logger& logger() {
  static const auto instance = [] {
    auto created = std::make_shared<spdlog::logger>("srgconv", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    created->set_pattern("srgconv: %v");
    created->set_level(spdlog::level::warn);
    created->flush_on(spdlog::level::warn);
    return created;
  }();
  return *instance;
}

}  // namespace

void start(bool verbose) { logger().set_level(verbose ? spdlog::level::info : spdlog::level::warn); }
void info(std::string_view text) { logger().info("{}", mask_personal(text)); }
void warning(std::string_view text) { logger().warn("{}", mask_personal(text)); }
void flush() { logger().flush(); }

}  // namespace srgconv::log
