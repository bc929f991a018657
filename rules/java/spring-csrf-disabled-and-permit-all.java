package shop;

class Config {
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled-and-permit-all
        http.csrf(c -> c.disable());
        http.authorizeHttpRequests(a -> a.anyRequest().permitAll());
        return http.build();
    }

    protected void configure(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled-and-permit-all
        http.csrf().disable().authorizeRequests().antMatchers("/**").permitAll();
    }

    SecurityFilterChain methodReference(HttpSecurity http) throws Exception {
        // ruleid: spring-csrf-disabled-and-permit-all
        http.csrf(AbstractHttpConfigurer::disable)
            .authorizeHttpRequests(a -> a.anyRequest().permitAll());
        return http.build();
    }

    // a stateless API with bearer tokens
    SecurityFilterChain chainFixed(HttpSecurity http) throws Exception {
        // ok: spring-csrf-disabled-and-permit-all
        http.csrf(c -> c.disable());
        http.authorizeHttpRequests(a -> a.requestMatchers("/login").permitAll().anyRequest().authenticated());
        return http.build();
    }

    protected void configureFixed(HttpSecurity http) throws Exception {
        // ok: spring-csrf-disabled-and-permit-all
        http.authorizeRequests().antMatchers("/**").permitAll();
    }
}
