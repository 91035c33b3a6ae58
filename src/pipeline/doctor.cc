#include "pipeline/doctor.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "embed/embedder.h"
#include "reading.h"
#include "store/health.h"

namespace gainsay::pipeline {
namespace {

using State = Examined::State;

constexpr const char* kReinstall =
    "install Gainsay again, or name its data directory with GAINSAY_DATA";

std::string counted(std::uint64_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

Examined rules(const std::filesystem::path& folder) {
  std::vector<Error> errors;
  const std::optional<Reading> reading = load_reading(folder, errors);
  if (reading) {
    return {State::kOk, "rules",
            folder.string() + ": " + counted(reading->rules.claims.size(), "claim rule") +
                ", all patterns compile",
            ""};
  }
  const Error& first = errors.front();
  return {
      State::kError, "rules",
      first.where + ": " + first.message +
          (errors.size() == 1 ? "" : " (and " + counted(errors.size() - 1, "problem") + " more)"),
      first.code == ErrorCode::kNotFound ? kReinstall
                                         : "gainsay rules validate names every problem"};
}

std::string checksum(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  return to_hex(ContentHash().add(bytes).value());
}

Examined model(const std::filesystem::path& file) {
  const Result<embed::Embedder> embedder = embed::Embedder::load(file);
  if (!embedder) {
    return {State::kError, "model", embedder.error().where + ": " + embedder.error().message,
            "name a model with --model, or install Gainsay again"};
  }
  return {State::kOk, "model",
          file.string() + ": " + counted(embedder->info().words, "word") + ", " +
              counted(embedder->dimension(), "dimension") + ", checksum " + checksum(file),
          ""};
}

Examined page(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (in.peek() != std::ifstream::traits_type::eof())
    return {State::kOk, "page", file.string(), ""};
  return {State::kError, "page", file.string() + ": the template of pages cannot be read",
          kReinstall};
}

Examined database(const std::string& file) {
  if (file.empty()) {
    return {State::kOk, "database", "none was named", "gainsay doctor --db FILE looks at one"};
  }
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return {State::kError, "database", file + ": no such database",
            "make one with: gainsay ingest --db " + file + " REPORTS"};
  }
  const Result<store::Health> health = store::examine(file);
  if (!health) {
    return {State::kError, "database", health.error().where + ": " + health.error().message, ""};
  }
  std::string is = file + ": schema version " + std::to_string(health->version);
  if (!health->damage.empty()) {
    return {State::kError, "database", is + "; damaged: " + health->damage,
            "remove it and ingest the reports again"};
  }
  is += ", " + counted(health->reports, "report") + ", " + counted(health->claims, "claim") + ", " +
        counted(health->decisions, "decision");
  if (health->version < health->newest) {
    return {State::kWarning, "database", is,
            "the next command that opens it brings it to version " +
                std::to_string(health->newest) + "; older programs cannot read it then"};
  }
  is += ", sound";
  if (health->reports == 0) {
    return {State::kWarning, "database", is,
            "fill it with: gainsay ingest --db " + file + " REPORTS"};
  }
  return {State::kOk, "database", is, ""};
}

}  // namespace

std::vector<Examined> examine(const Resources& resources, const std::string& database_file) {
  return {rules(resources.rules), model(resources.model), page(resources.page),
          database(database_file)};
}

}  // namespace gainsay::pipeline
