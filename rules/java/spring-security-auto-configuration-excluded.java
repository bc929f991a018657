package shop;

// ruleid: spring-security-auto-configuration-excluded
@SpringBootApplication(exclude = {SecurityAutoConfiguration.class})
class App {}

// ruleid: spring-security-auto-configuration-excluded
@SpringBootApplication(scanBasePackages = "shop", exclude = {DataSourceAutoConfiguration.class, SecurityAutoConfiguration.class})
class Two {}

// ruleid: spring-security-auto-configuration-excluded
@EnableAutoConfiguration(exclude = SecurityAutoConfiguration.class)
class Three {}

// ok: spring-security-auto-configuration-excluded
@SpringBootApplication
class AppFixed {}

// ok: spring-security-auto-configuration-excluded
@SpringBootApplication(exclude = {DataSourceAutoConfiguration.class})
class TwoFixed {}
