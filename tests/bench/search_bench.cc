// search_bench DATABASE [ROWS]...: searches the rows of its reports, and more made from them, ROWS
// in all (10,000), for the 128 closest to a draft: exactly, as `check` does, by a product of
// matrices, by hnswlib and by an inverted file of faiss. An index has to be loaded before the one
// search of a run. Prints a line for each.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <Eigen/Core>
#include <faiss/IndexFlat.h>
#include <faiss/IndexIVFFlat.h>
#include <faiss/index_io.h>
#include <faiss/utils/distances.h>
#include <hnswlib/hnswlib.h>
#include <sqlite3.h>

namespace gainsay::bench {
namespace {

constexpr std::size_t kSize = 512;
constexpr std::size_t kClosest = 128;
constexpr std::size_t kDrafts = 100;

using Row = Eigen::Matrix<float, 1, kSize>;  // of length 1
using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Found = std::vector<std::int64_t>;

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::vector<Row> rows_of(const char* path) {
  sqlite3* db = nullptr;
  sqlite3_stmt* reports = nullptr;
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK ||
      sqlite3_prepare_v2(db, "SELECT bytes FROM report_rows ORDER BY document", -1, &reports,
                         nullptr) != SQLITE_OK) {
    std::fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    std::exit(2);
  }
  std::vector<Row> out;
  while (sqlite3_step(reports) == SQLITE_ROW) {
    const auto* bytes = static_cast<const std::int8_t*>(sqlite3_column_blob(reports, 0));
    if (sqlite3_column_bytes(reports, 0) != kSize) continue;
    Row row = Eigen::Map<const Eigen::Matrix<std::int8_t, 1, kSize>>(bytes).cast<float>();
    out.push_back(row.normalized());
  }
  sqlite3_finalize(reports);
  sqlite3_close(db);
  return out;
}

/// A report of the same matter: seven tenths of it are `row`.
Row like(const Row& row, std::mt19937& random) {
  std::normal_distribution<float> noise(0, 0.6F / std::sqrt(static_cast<float>(kSize)));
  Row out = row;
  for (float& value : out)
    value += noise(random);
  return out.normalized();
}

/// What `check` does: signed bytes, widened row by row.
class Bytes {
 public:
  explicit Bytes(const Rows& rows) {
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
      const std::vector<std::int8_t> bytes = small(rows.row(i));
      bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
    }
  }
  [[nodiscard]] Found operator()(const Row& draft) const {
    const std::vector<std::int8_t> bytes = small(draft);
    const std::vector<std::int16_t> ours(bytes.begin(), bytes.end());
    std::vector<std::int16_t> theirs(kSize);
    std::vector<std::pair<double, std::int64_t>> all;
    for (std::size_t at = 0; at < bytes_.size(); at += kSize) {
      std::copy_n(bytes_.data() + at, kSize, theirs.data());
      const double length = std::sqrt(product(theirs.data(), theirs.data()));
      all.emplace_back(-product(ours.data(), theirs.data()) / length, at / kSize);
    }
    std::ranges::partial_sort(all, all.begin() + kClosest);
    Found out;
    for (std::size_t i = 0; i < kClosest; ++i)
      out.push_back(all[i].second);
    return out;
  }

 private:
  static std::vector<std::int8_t> small(const Row& row) {
    const float largest = row.cwiseAbs().maxCoeff();
    std::vector<std::int8_t> out;
    for (const float value : row)
      out.push_back(static_cast<std::int8_t>(std::lround(value / largest * 127)));
    return out;
  }
  static std::int32_t product(const std::int16_t* a, const std::int16_t* b) {
    std::int32_t out = 0;
    for (std::size_t i = 0; i < kSize; ++i)
      out += std::int32_t{a[i]} * std::int32_t{b[i]};
    return out;
  }
  std::vector<std::int8_t> bytes_;
};

/// Prints what each way of searching costs, and what it finds of what is there.
class Table {
 public:
  Table(const Rows& rows, const Rows& drafts) : rows_(rows), drafts_(drafts) {}

  struct Costs {
    double build = 0;
    double load = 0;
    double megabytes = 0;
  };
  using Search = std::function<Found(const Row&)>;

  void line(const char* name, const Costs& costs, const Search& search) {
    std::vector<Found> all;
    const double begin = seconds();
    for (Eigen::Index i = 0; i < drafts_.rows(); ++i)
      all.push_back(search(drafts_.row(i)));
    line(name, costs, seconds() - begin, all);
  }
  /// The first line is taken for the truth.
  void line(const char* name, const Costs& costs, double time, const std::vector<Found>& all) {
    if (truth_.empty()) truth_ = all;
    std::ptrdiff_t found = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::set<std::int64_t> true_ones(truth_[i].begin(), truth_[i].end());
      found += std::ranges::count_if(
          all[i], [&](std::int64_t report) { return true_ones.contains(report); });
    }
    const auto count = static_cast<double>(all.size());
    std::printf(
        "%-8s %8td rows  build %8.2f s  load %7.1f ms  %7.1f MB  search %7.2f ms  recall %.3f\n",
        name, rows_.rows(), costs.build, costs.load * 1e3, costs.megabytes, time / count * 1e3,
        static_cast<double>(found) / count / static_cast<double>(kClosest));
  }

 private:
  const Rows& rows_;
  const Rows& drafts_;
  std::vector<Found> truth_;
};

/// All drafts at once: what a product of matrices costs for each of them.
void search_by_product(const Rows& rows, const Rows& drafts, Table& table) {
  const double begin = seconds();
  const Eigen::MatrixXf cosines = rows * drafts.transpose();
  std::vector<Found> all;
  std::vector<std::int64_t> order(static_cast<std::size_t>(rows.rows()));
  for (Eigen::Index i = 0; i < drafts.rows(); ++i) {
    std::iota(order.begin(), order.end(), 0);
    std::ranges::partial_sort(order, order.begin() + kClosest, std::greater<>(),
                              [&](std::int64_t row) { return cosines(row, i); });
    all.emplace_back(order.begin(), order.begin() + kClosest);
  }
  const double time = seconds() - begin;
  table.line("product", {0, 0, static_cast<double>(rows.size() * 4) / 1e6}, time, all);
}

double megabytes(const std::filesystem::path& file) {
  return static_cast<double>(std::filesystem::file_size(file)) / 1e6;
}

void search_by_hnswlib(const Rows& rows, const std::filesystem::path& file, Table& table) {
  Table::Costs costs;
  double begin = seconds();
  hnswlib::InnerProductSpace space(kSize);
  {
    hnswlib::HierarchicalNSW<float> made(&space, static_cast<std::size_t>(rows.rows()), 16, 40, 1);
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
      made.addPoint(&rows(i, 0), static_cast<std::size_t>(i));
    costs.build = seconds() - begin;
    made.saveIndex(file.string());
  }
  costs.megabytes = megabytes(file);
  begin = seconds();
  hnswlib::HierarchicalNSW<float> graph(&space, file.string());
  costs.load = seconds() - begin;
  graph.setEf(2 * kClosest);
  table.line("hnswlib", costs, [&](const Row& draft) {
    Found out;
    for (auto near = graph.searchKnn(draft.data(), kClosest); !near.empty(); near.pop())
      out.push_back(static_cast<std::int64_t>(near.top().second));
    return out;
  });
}

void search_by_faiss(const Rows& rows, const std::filesystem::path& file, Table& table) {
  constexpr int kTrainingRows = 64;                                          // of a list
  faiss::distance_compute_blas_threshold = std::numeric_limits<int>::max();  // its own is faster
  Table::Costs costs;
  double begin = seconds();
  {
    faiss::IndexFlatIP centres(kSize);
    const auto lists = static_cast<std::size_t>(std::min(512.0, 2 * std::sqrt(rows.rows())));
    faiss::IndexIVFFlat made(&centres, kSize, lists, faiss::METRIC_INNER_PRODUCT);
    made.cp.niter = 5;
    made.cp.max_points_per_centroid = kTrainingRows;
    made.train(rows.rows(), rows.data());
    made.add(rows.rows(), rows.data());
    costs.build = seconds() - begin;
    faiss::write_index(&made, file.c_str());
  }
  costs.megabytes = megabytes(file);
  begin = seconds();
  const std::unique_ptr<faiss::Index> lists(faiss::read_index(file.c_str()));
  costs.load = seconds() - begin;
  dynamic_cast<faiss::IndexIVF&>(*lists).nprobe = 32;
  table.line("faiss", costs, [&](const Row& draft) {
    Found out(kClosest);
    std::vector<float> near(kClosest);
    lists->search(1, draft.data(), kClosest, near.data(), out.data());
    return out;
  });
}

void run(const Rows& rows, const Rows& drafts) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / "search_bench.index";
  Table table(rows, drafts);
  {
    const Bytes exact(rows);
    table.line("exact", {0, 0, static_cast<double>(rows.size()) / 1e6}, exact);
  }
  search_by_product(rows, drafts, table);
  search_by_hnswlib(rows, file, table);
  search_by_faiss(rows, file, table);
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace gainsay::bench

int main(int argc, char** argv) {
  using namespace gainsay::bench;
  if (argc < 2) {
    std::fputs("usage: search_bench DATABASE [ROWS]...\n", stderr);
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::mt19937 random(1);
  std::vector<Row> reports = rows_of(argv[1]);
  if (reports.size() < kClosest) {
    std::fputs("too few reports\n", stderr);
    return 2;
  }
  std::ranges::shuffle(reports, random);
  Rows drafts(kDrafts, kSize);
  for (std::size_t i = 0; i < kDrafts; ++i)
    drafts.row(static_cast<Eigen::Index>(i)) =
        like(reports[random() % std::min<std::size_t>(reports.size(), 10'000)], random);
  std::vector<Eigen::Index> sizes;
  for (int i = 2; i < argc; ++i)
    sizes.push_back(std::max<Eigen::Index>(kClosest, std::atoll(argv[i])));
  if (sizes.empty()) sizes = {10'000};
  for (const Eigen::Index size : sizes) {
    Rows rows(size, kSize);
    for (Eigen::Index i = 0; i < size; ++i) {
      const auto at = static_cast<std::size_t>(i);
      rows.row(i) =
          at < reports.size() ? reports[at] : like(reports[random() % reports.size()], random);
    }
    run(rows, drafts);
  }
}
