package org.allowable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The arrows of the house: who may see whom. */
@AnalyzeClasses(packages = "org.allowable", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule rooms_form_no_cycles =
      slices().matching("org.allowable.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule floors_of_cms_form_no_cycles =
      slices().matching("org.allowable.ingest.cms.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule floors_of_the_sample_form_no_cycles =
      slices().matching("org.allowable.sample.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule model_sees_only_spark_types =
      noClasses()
          .that()
          .resideInAPackage("org.allowable.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.allowable.cli..",
              "org.allowable.config..",
              "org.allowable.ingest..",
              "org.allowable.job..",
              "org.allowable.sql..",
              "org.allowable.sample..",
              "org.allowable.report..",
              "org.apache.poi..",
              "org.jfree..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.apache.spark.sql.SparkSession");

  @ArchTest
  static final ArchRule only_report_excel_sees_poi =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.allowable.report.excel..",
              "org.allowable.report.word..",
              "org.allowable.ingest.cms.source..",
              "org.allowable.ingest.workbook..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..")
          .as(
              "only report.excel writes workbooks and report.word letters, and only ingest.cms.source and ingest.workbook read them");

  @ArchTest
  static final ArchRule only_report_chart_sees_jfreechart =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.allowable.report.chart..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jfree..");

  @ArchTest
  static final ArchRule only_report_pdf_sees_pdfbox =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.allowable.report.pdf..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

  @ArchTest
  static final ArchRule statistics_see_only_distributions =
      classes()
          .that()
          .resideInAPackage("org.allowable.statistics..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.allowable.statistics..",
              "org.apache.commons.statistics.distribution..",
              "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule only_the_spark_engine_sees_spark =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.allowable.engine.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule only_warehouses_see_hadoop =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.allowable.ingest.parquet..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hadoop..");

  @ArchTest
  static final ArchRule jobs_run_on_any_engine =
      noClasses()
          .that()
          .resideInAnyPackage("org.allowable.job..", "org.allowable.sql..", "org.allowable.engine")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.duckdb..");

  @ArchTest
  static final ArchRule only_the_embedded_engine_sees_duckdb =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.allowable.engine.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.duckdb..");

  @ArchTest
  static final ArchRule ingestion_sees_no_jobs_and_no_reports =
      noClasses()
          .that()
          .resideInAPackage("org.allowable.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.allowable.job..", "org.allowable.report..", "org.allowable.cli..");

  @ArchTest
  static final ArchRule contracts_see_only_what_users_say =
      noClasses()
          .that()
          .resideInAPackage("org.allowable.contract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.allowable.cli..",
              "org.allowable.ingest.cms..",
              "org.allowable.ingest.note..",
              "org.allowable.ingest.parquet..",
              "org.allowable.ingest.price..",
              "org.allowable.ingest.x12..",
              "org.allowable.job..",
              "org.allowable.sql..",
              "org.allowable.report..",
              "org.apache.spark..");

  @ArchTest
  static final ArchRule the_sample_sees_no_jobs =
      noClasses()
          .that()
          .resideInAPackage("org.allowable.sample..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.allowable.job..", "org.allowable.sql..", "org.allowable.report..");

  @ArchTest
  static final ArchRule commands_show_no_spark =
      noClasses()
          .that()
          .resideInAPackage("org.allowable.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule only_commands_print_and_exit =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.allowable.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule no_catch_all_rooms =
      classes()
          .should()
          .resideOutsideOfPackages(
              "..util..", "..common..", "..helper..", "..impl..", "..manager..");

  @ArchTest
  static void no_simple_name_of_a_type_stands_twice(JavaClasses classes) {
    Map<String, List<String>> types = new TreeMap<>();
    for (JavaClass type : classes) {
      boolean isNamed = !type.isAnonymousClass() && !type.isLocalClass();
      if (isNamed
          && !type.getModifiers().contains(JavaModifier.PRIVATE)
          && !type.getSimpleName().equals("package-info")) {
        types.computeIfAbsent(type.getSimpleName(), name -> new ArrayList<>()).add(type.getName());
      }
    }
    types.values().removeIf(places -> places.size() == 1);
    assertThat(types).isEmpty();
  }
}
