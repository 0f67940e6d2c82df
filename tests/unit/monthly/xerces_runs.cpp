#include "support/xerces_runs.hpp"
