// What benchmarks against DuckDB share: made-up citizen numbers, and DuckDB from npm.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>

namespace srgconv {

/// The citizen number that begins with these eight digits, its ninth passing the 11-test; that of the next eight when there is none.
inline std::uint32_t bsn_of(std::uint32_t eight) {
  while (true) {
    std::uint32_t sum = 0;
    for (std::uint32_t rest = eight, weight = 2; rest != 0; rest /= 10, ++weight) sum += rest % 10 * weight;
    if (sum % 11 < 10 && eight != 0) return eight * 10 + sum % 11;
    eight = (eight + 1) % 100'000'000;
  }
}

/// Is npm's @duckdb/node-api in the folder, or can it be fetched?
inline bool have_duckdb(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder / "node_modules/@duckdb/node-api")) return true;
  const std::string command =
      fmt::format("cd '{}' && npm init -y >npm.log 2>&1 && npm install --no-audit --no-fund @duckdb/node-api >>npm.log 2>&1", folder.string());
  return std::system(command.c_str()) == 0;
}

}  // namespace srgconv
