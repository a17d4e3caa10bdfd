// Colours before the first paint, and their switch; no library, no other host.
(() => {
  const remember = (name, value) => { document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=strict`; };
  const recall = name => document.cookie.split('; ').find(part => part.startsWith(name + '='))?.split('=')[1];
  const system = matchMedia('(prefers-color-scheme: dark)');
  const shown = document.documentElement.dataset.theme;
  const wanted = () => recall('simxir-theme') ?? (system.matches ? 'dark' : 'light');
  const follow = () => {
    remember('simxir-system', system.matches ? 'dark' : 'light');
    if (recall('simxir-system') && wanted() !== shown) location.reload();
  };
  window.simxir = { live: () => { document.documentElement.dataset.live = 'yes'; } };
  follow();
  system.addEventListener('change', follow);
  document.addEventListener('click', event => {
    if (!event.target.closest?.('[data-theme-switch]')) return;
    remember('simxir-theme', shown === 'dark' ? 'light' : 'dark');
    location.reload();
  });
})();
