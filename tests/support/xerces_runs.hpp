// Xerces runs as long as the tests of a program do. It goes down before the program ends: what it keeps for a thread dies before objects with static storage
// do. Included by one file of a test program.
#pragma once

#include <optional>

#include <gtest/gtest.h>

#include "xml/xml.hpp"

namespace srgconv::test {

class XercesRuns : public testing::Environment {
 public:
  void SetUp() override { library_.emplace(); }
  void TearDown() override { library_.reset(); }

 private:
  std::optional<xml::Library> library_;
};

[[maybe_unused]] static testing::Environment* const xerces_runs = testing::AddGlobalTestEnvironment(new XercesRuns);

}  // namespace srgconv::test
