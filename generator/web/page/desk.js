document.getElementById('view').textContent='x';
